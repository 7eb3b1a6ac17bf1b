package dev.sendero.cli.sorting;

import dev.sendero.cli.terminal.CommandFailure;

/** Goes through rows in their order, once. */
public interface RowCursor extends AutoCloseable {

    /**
     * Goes to the next row; false after the last.
     *
     * @throws CommandFailure when it cannot be read any more
     */
    boolean next();

    /** The row to which {@link #next} has gone. */
    Row row();

    @Override
    void close();
}

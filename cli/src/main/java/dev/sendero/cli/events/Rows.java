package dev.sendero.cli.events;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table, row by row. */
interface Rows extends Closeable {

    /**
     * A row of a table.
     *
     * @param line of the file on which it begins, from 1
     */
    record Row(long line, List<String> cells) {}

    /** Whether there is another row, which {@link #next} then gives. Empty lines are no rows. */
    boolean hasNext() throws IOException;

    Row next() throws IOException;
}

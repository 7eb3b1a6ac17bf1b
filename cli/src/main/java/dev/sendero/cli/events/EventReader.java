package dev.sendero.cli.events;

import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.terminal.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one shape of event file. */
@FunctionalInterface
public interface EventReader {

    /**
     * Hands on the events of a file in the order of the file.
     *
     * @param name of the file, for problems
     * @param report told what is wrong with single rows
     * @throws CommandFailure when the file as a whole is not what was expected
     * @throws IOException when reading fails
     */
    void read(String name, BufferedInputStream contents, RowReport report, Consumer<RawEvent> events)
            throws IOException;
}

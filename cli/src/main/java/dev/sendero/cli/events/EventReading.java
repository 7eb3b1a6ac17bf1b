package dev.sendero.cli.events;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.Terminal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads all files of a command, one after the other, with progress, and tells what was wrong. */
public final class EventReading {

    private EventReading() {}

    /**
     * As {@link #readAllRaw}, with all properties and traits parsed.
     *
     * @param choice says which reader suits a file
     * @throws CommandFailure when something cannot be read
     */
    public static void readAll(
            List<EventInput> inputs, ReaderChoice choice, Terminal terminal, Consumer<Event> events) {
        readAllRaw(inputs, choice, terminal, event -> events.accept(event.parse()));
    }

    /**
     * @param choice says which reader suits a file
     * @throws CommandFailure when something cannot be read
     */
    public static void readAllRaw(
            List<EventInput> inputs, ReaderChoice choice, Terminal terminal, Consumer<RawEvent> events) {
        var report = new RowReport();
        long bytes = inputs.stream().mapToLong(EventInput::bytes).sum();
        try (Progress progress = Progress.start(terminal, "reading events", bytes)) {
            for (EventInput input : inputs) {
                read(input, choice, report, progress, events);
            }
        }
        report.close(terminal);
    }

    private static void read(
            EventInput input, ReaderChoice choice, RowReport report, Progress progress, Consumer<RawEvent> events) {
        try (BufferedInputStream contents = input.open(progress::advance)) {
            choice.readerFor(input.name(), contents).read(input.name(), contents, report, events);
        } catch (IOException failed) {
            throw input.unreadable(failed);
        }
    }
}

package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that {@code --events} names. */
public final class EventInputs {

    private static final String STANDARD_INPUT = "-";

    /** What counts as events in a folder; a file that is named itself may be called anything. */
    private static final Pattern EVENT_FILE =
            Pattern.compile(".*\\.(csv|tsv|txt|json|jsonl|ndjson)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private EventInputs() {}

    /**
     * Folders give the event files in them and below, by path.
     *
     * @param names files, folders, or {@code -} for standard input
     * @throws CommandFailure when one of them is not there, or a folder has no events
     */
    public static List<EventInput> find(List<String> names, InputStream standardInput) {
        var inputs = new ArrayList<EventInput>();
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                inputs.add(new EventInput("standard input", 0, () -> standardInput));
            } else if (Files.isDirectory(Path.of(name))) {
                inputs.addAll(filesOf(Path.of(name)));
            } else {
                inputs.add(file(Path.of(name)));
            }
        }
        return inputs;
    }

    /** The files that the same names stand for; standard input is none. */
    public static List<Path> paths(List<String> names) {
        var paths = new ArrayList<Path>();
        for (String name : names) {
            if (!name.equals(STANDARD_INPUT)) {
                Path path = Path.of(name);
                paths.addAll(Files.isDirectory(path) ? eventFilesIn(path) : List.of(path));
            }
        }
        return paths;
    }

    private static EventInput file(Path path) {
        if (!Files.exists(path)) {
            throw CommandFailure.usage(
                    path + ": no such file or folder",
                    "paths are relative to the folder you are in: "
                            + Path.of("").toAbsolutePath());
        }
        try {
            return new EventInput(path.toString(), Files.size(path), () -> Files.newInputStream(path));
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static List<EventInput> filesOf(Path folder) {
        List<EventInput> found =
                eventFilesIn(folder).stream().map(EventInputs::file).toList();
        if (found.isEmpty()) {
            throw CommandFailure.usage(
                    folder + ": no event files in this folder",
                    "events are looked for in *.jsonl, *.ndjson, *.json, *.csv, *.tsv and *.txt, plain or .gz");
        }
        return found;
    }

    private static List<Path> eventFilesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            EVENT_FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(folder, IoReason.causeOf(unreadable));
        }
    }

    private static CommandFailure unreadable(Path path, IOException failure) {
        return CommandFailure.usage(
                        path + ": cannot be read: " + IoReason.of(failure), "look at its permissions: ls -ld " + path)
                .causedBy(failure);
    }
}

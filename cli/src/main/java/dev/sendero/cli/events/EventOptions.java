package dev.sendero.cli.events;

import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that reads past events. */
public final class EventOptions {

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "JSON Lines, or CSV with --map; plain or gzip; files, folders, or - for standard input.")
    private List<String> events = List.of();

    @Option(names = "--map", paramLabel = "FILE", description = "What the columns of CSV mean.")
    private @Nullable Path map;

    /**
     * {@code --events} takes all that follows it, so a project that stands behind it has become its last value.
     *
     * @param folder of the project, as it was understood
     * @param command for the hint
     * @throws CommandFailure when that has happened
     */
    public void requireProjectBefore(Path folder, String command) {
        String last = events.get(events.size() - 1);
        boolean isHere = Files.exists(folder.resolve("sendero.yaml"));
        if (!isHere && Files.exists(Path.of(last, "sendero.yaml"))) {
            throw CommandFailure.usage(
                    "the project '" + last + "' stands behind --events and so counts as events",
                    "name the project first: sendero " + command + " " + last + " --events …");
        }
    }

    /** The files that are read, so that no result is written over them; standard input is none. */
    public List<Path> files() {
        var files = new ArrayList<>(EventInputs.paths(events));
        if (map != null) {
            files.add(map);
        }
        return files;
    }

    /** Hands on all events, file by file, with progress. */
    public void read(Terminal terminal, Consumer<RawEvent> consumer) {
        List<EventInput> inputs = EventInputs.find(events, terminal.in());
        var numbers = new EventNumbers();
        Optional<ColumnMap> columns = Optional.ofNullable(map).map(ColumnMapFile::read);
        ReaderChoice choice = columns.map(found -> ReaderChoice.table(found, numbers))
                .orElseGet(() -> ReaderChoice.jsonLines(numbers));
        EventReading.readAllRaw(inputs, choice, terminal, consumer);
    }
}

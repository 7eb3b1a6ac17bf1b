package dev.sendero.cli.convert;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import dev.sendero.cli.events.ColumnMapFile;
import dev.sendero.cli.events.EventInput;
import dev.sendero.cli.events.EventInputs;
import dev.sendero.cli.events.EventNumbers;
import dev.sendero.cli.events.EventReading;
import dev.sendero.cli.events.ReaderChoice;
import dev.sendero.cli.events.SeparateFiles;
import dev.sendero.cli.options.OutOption;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns other people's events into ours. */
@Command(
        name = "convert",
        aliases = "import",
        description = "Turn other people's events into ours: JSON Lines in Segment's shape.",
        footerHeading = "%nA column map says what the columns of a table mean:%n",
        footer = {
            "  delimiter: \",\"                # one character, tab, or whitespace; the default is a comma",
            "  header: true                  # or the names: [customer, date, pieces, amount]",
            "  userId: customer_id           # a column",
            "  event: {const: Order Completed}   # a column, or the same for every row",
            "  messageId: order_id           # without it, rows keep the order of the file",
            "  timestamp: {column: date, format: yyyyMMdd, zone: Europe/Madrid}   # or a column with ISO 8601",
            "  properties: [pieces, amount]  # or \"*\", the default: every column",
            "  types: {amount: number}       # number, boolean or string, the default",
            "",
            "Examples:",
            "  sendero convert --format rees46 2019-Oct.csv.gz --out october.jsonl",
            "  sendero convert --format csv --map map.yaml orders.csv | head",
            "  sendero convert --format ga4 events_2024*.json.gz --sort --out events.jsonl"
        })
public final class ConvertCommand implements Callable<Integer> {

    private static final Comparator<Event> BY_TIME = Comparator.comparing(Event::timestamp)
            .thenComparing(Event::customer)
            .thenComparing(Event::id);

    private final Terminal terminal;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "Whose events they are: ${COMPLETION-CANDIDATES}.")
    private SourceFormat format = SourceFormat.CSV;

    @Option(names = "--map", paramLabel = "FILE", description = "What the columns mean; for csv.")
    private @Nullable Path map;

    @Mixin
    private OutOption out = new OutOption();

    @Option(names = "--sort", description = "Sort by time; keeps all events in memory.")
    private boolean sort;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files or folders, plain or gzip; - for standard input.")
    private List<String> files = List.of();

    public ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        out.file().ifPresent(file -> SeparateFiles.require("--out", file, EventInputs.paths(files)));
        var numbers = new EventNumbers();
        var choice = format.choice(Optional.ofNullable(map).map(ColumnMapFile::read), numbers);
        List<EventInput> inputs = EventInputs.find(files, terminal.in());
        var events = new AtomicLong();
        out.write(terminal, result -> {
            write(inputs, choice, result);
            events.set(result.lines());
        });
        terminal.note(ProblemDisplay.counted(events.get(), "event")
                + out.file().map(file -> " written to " + file).orElse(""));
        return ExitCode.FINE;
    }

    private void write(List<EventInput> inputs, ReaderChoice choice, ResultFile result) {
        if (sort) {
            var events = new ArrayList<Event>();
            EventReading.readAll(inputs, choice, terminal, events::add);
            events.sort(BY_TIME);
            events.forEach(event -> result.line(EventJson.write(event)));
        } else {
            EventReading.readAll(inputs, choice, terminal, event -> result.line(EventJson.write(event)));
        }
    }
}

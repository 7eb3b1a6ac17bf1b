package dev.sendero.cli.backtest;

import dev.sendero.cli.events.ColumnMap;
import dev.sendero.cli.events.ColumnMapFile;
import dev.sendero.cli.events.EventInput;
import dev.sendero.cli.events.EventInputs;
import dev.sendero.cli.events.EventNumbers;
import dev.sendero.cli.events.EventReading;
import dev.sendero.cli.events.ReaderChoice;
import dev.sendero.cli.events.SeparateFiles;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.report.ReportHead;
import dev.sendero.cli.report.ReportPage;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the journeys of a project would have done. */
@Command(
        name = "backtest",
        description = {
            "Run journeys over past events, in event time, with nothing sent, and tell who would have got what.",
            "Drafts take part as if they were live."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero backtest my-journeys --events last-quarter/",
            "  sendero backtest my-journeys --events shop.csv.gz --map map.yaml --out messages.jsonl",
            "  sendero backtest my-journeys --events shop.jsonl --report report.html",
            "  zcat events.jsonl.gz | sendero backtest my-journeys --events - --format json",
            "",
            "What a column map is: sendero convert --help"
        })
public final class BacktestCommand implements Callable<Integer> {

    /** The system property that says how many bytes of the heap count; without it, all. */
    static final String MEMORY = "sendero.backtest.memory";

    /** Which part of the heap events that are read may take. */
    static final int HISTORY_SHARE = 5;

    /** Which part of the heap the lines of one result may take. */
    private static final int LINES_SHARE = 12;

    private final Terminal terminal;
    private final InstantSource clock;
    private final IdentityNotes identity = new IdentityNotes();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder of the project, before --events (default: the current one).")
    private @Nullable Path folder;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "JSON Lines, or CSV with --map; plain or gzip; files, folders, or - for standard input.")
    private List<String> events = List.of();

    @Option(names = "--map", paramLabel = "FILE", description = "What the columns of CSV mean.")
    private @Nullable Path map;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the messages there, as JSON Lines.")
    private @Nullable Path messagesFile;

    @Option(names = "--facts", paramLabel = "FILE", description = "Write every decision there, as JSON Lines.")
    private @Nullable Path factsFile;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report there, one HTML page that needs no network.")
    private @Nullable Path reportFile;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "Stop then, for example 2026-03-01 or 2026-03-01T12:00:00Z; without it, when nothing is pending"
                            + " any more.")
    private @Nullable String until;

    @Option(names = "--journey", paramLabel = "ID", description = "Only this journey; may be given more than once.")
    private List<String> onlyJourneys = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--strict", description = "Fail on warnings, and on messages that cannot be rendered.")
    private boolean strict;

    /** @param clock measures how long it takes; the journeys see the events' own time */
    public BacktestCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        Instant end = Optional.ofNullable(until).map(UntilOption::parse).orElse(Instant.MAX);
        requireSeparateFiles();
        Project project = ProjectLoading.load(project());
        if (project.hasErrors() || strict && !project.problems().isEmpty()) {
            terminal.err().print(ProblemDisplay.show(project.problems(), terminal::onErr));
            return ExitCode.PROBLEMS;
        }
        if (!project.problems().isEmpty()) {
            terminal.note("note: " + ProblemDisplay.summary(project.problems()) + "; 'sendero validate " + project()
                    + "' shows them");
        }
        List<Journey> journeys = JourneySelection.of(project, onlyJourneys);
        try (SpillFolder folder = new SpillFolder();
                var messages = lines(messagesFile, folder);
                var facts = lines(factsFile, folder);
                var history = EventHistory.open(folder, project.settings().made(), identity::count)) {
            read(history);
            Instant beganDeciding = clock.instant();
            var outcomes = new Outcomes(project.contents(), project.settings().zone(), messages, facts);
            BacktestResult result =
                    decide(new Backtest(project.settings(), journeys, end, history.last(), outcomes), history);
            Instant decided = clock.instant();
            messages.write(terminal);
            facts.write(terminal);
            writeReport(project.settings(), journeys, history, outcomes);
            print(result);
            outcomes.otherCurrencies().lines().forEach(terminal::note);
            noteTime(result, Duration.between(began, clock.instant()), Duration.between(beganDeciding, decided));
            return strict && !result.renderFailures().byCause().isEmpty() ? ExitCode.PROBLEMS : ExitCode.FINE;
        }
    }

    private static ResultLines lines(@Nullable Path file, SpillFolder folder) {
        return new ResultLines(Optional.ofNullable(file), folder, memoryBytes(LINES_SHARE));
    }

    static long memoryBytes(int share) {
        return Long.getLong(MEMORY, Runtime.getRuntime().maxMemory()) / share;
    }

    private BacktestResult decide(Backtest backtest, EventHistory history) {
        try (Progress progress = Progress.start(terminal, "running journeys", history.events())) {
            return backtest.run(history, progress::advance);
        }
    }

    private void writeReport(Settings settings, List<Journey> journeys, EventHistory history, Outcomes outcomes) {
        if (reportFile == null) {
            return;
        }
        boolean empty = history.events() == 0;
        var head = new ReportHead(
                history.events(),
                history.customers(),
                LocalDate.ofInstant(empty ? Instant.EPOCH : history.first(), settings.zone()),
                LocalDate.ofInstant(empty ? Instant.EPOCH : history.last(), settings.zone()));
        try (ResultFile file = ResultFile.open(Optional.of(reportFile), terminal)) {
            file.line(new ReportPage(head, settings, journeys, outcomes.report()).html());
            file.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
    }

    /** {@code --events} takes all that follows it, so a project that stands behind it has become its last value. */
    private Path project() {
        if (folder != null) {
            return folder;
        }
        String last = events.get(events.size() - 1);
        if (!Files.exists(Path.of("sendero.yaml")) && Files.exists(Path.of(last, "sendero.yaml"))) {
            throw CommandFailure.usage(
                    "the project '" + last + "' stands behind --events and so counts as events",
                    "name the project first: sendero backtest " + last + " --events …");
        }
        return Path.of(".");
    }

    private void requireSeparateFiles() {
        var taken = new ArrayList<>(EventInputs.paths(events));
        if (map != null) {
            taken.add(map);
        }
        if (messagesFile != null) {
            SeparateFiles.require("--out", messagesFile, taken);
            taken.add(messagesFile);
        }
        if (factsFile != null) {
            SeparateFiles.require("--facts", factsFile, taken);
            taken.add(factsFile);
        }
        if (reportFile != null) {
            SeparateFiles.require("--report", reportFile, taken);
        }
    }

    private void read(EventHistory history) {
        List<EventInput> inputs = EventInputs.find(events, terminal.in());
        var numbers = new EventNumbers();
        Optional<ColumnMap> columns = Optional.ofNullable(map).map(ColumnMapFile::read);
        ReaderChoice choice = columns.map(found -> ReaderChoice.table(found, numbers))
                .orElseGet(() -> ReaderChoice.jsonLines(numbers));
        EventReading.readAllRaw(inputs, choice, terminal, history::add);
    }

    private void print(BacktestResult result) {
        terminal.out()
                .println(format == OutputFormat.JSON ? BacktestJson.write(result) : BacktestTable.of(result.figures()));
        identity.lines().forEach(terminal::note);
        result.renderFailures()
                .byCause()
                .forEach((cause, failures) -> terminal.note("warning: "
                        + ProblemDisplay.counted(failures.count(), "message") + " could not be rendered: " + cause
                        + " (first: customer " + failures.example().customer() + " at "
                        + failures.example().at() + ")"));
    }

    /** @param deciding the part of the time that the decisions took, without reading and writing */
    private void noteTime(BacktestResult result, Duration taken, Duration deciding) {
        terminal.note(String.format(
                Locale.ROOT,
                "%,d events of %,d customers in %.1f s; decided in %.1f s (%,.0f events/s); at most %s",
                result.events(),
                result.customers(),
                seconds(taken),
                seconds(deciding),
                result.events() / seconds(deciding),
                PeakMemory.words()));
    }

    /** At least a millisecond, so that it can be divided by. */
    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1000.0;
    }
}

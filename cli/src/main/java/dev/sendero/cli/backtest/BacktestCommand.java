package dev.sendero.cli.backtest;

import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.events.SeparateFiles;
import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.JourneyOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.options.ReportOption;
import dev.sendero.cli.options.StrictOption;
import dev.sendero.cli.options.UntilOption;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.report.ReportPage;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the journeys of a project would have done. */
@Command(
        name = "backtest",
        description = {
            "Run journeys over past events, in event time, with nothing sent, and tell who would have got what.",
            "Drafts take part as if they were live. Without --until, it ends when nothing is pending any more.",
            "With --strict, a message that cannot be rendered fails."
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

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private EventOptions events = new EventOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the messages there, as JSON Lines.")
    private @Nullable Path messagesFile;

    @Option(names = "--facts", paramLabel = "FILE", description = "Write every decision there, as JSON Lines.")
    private @Nullable Path factsFile;

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private UntilOption until = new UntilOption();

    @Mixin
    private JourneyOption only = new JourneyOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private StrictOption strict = new StrictOption();

    /** @param clock measures how long it takes; the journeys see the events' own time */
    public BacktestCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        Instant end = until.end().orElse(Instant.MAX);
        events.requireProjectBefore(project.folder(), "backtest");
        requireSeparateFiles();
        Project loaded = project.load();
        if (strict.refuses(loaded)) {
            terminal.err().print(ProblemDisplay.show(loaded.problems(), terminal::onErr));
            return ExitCode.PROBLEMS;
        }
        if (!loaded.problems().isEmpty()) {
            terminal.note("note: " + ProblemDisplay.summary(loaded.problems()) + "; 'sendero validate "
                    + project.folder() + "' shows them");
        }
        Settings settings = loaded.settings();
        List<Journey> journeys = JourneySelection.of(loaded, only.ids());
        try (SpillFolder folder = new SpillFolder();
                var messages = lines(messagesFile, folder);
                var facts = lines(factsFile, folder);
                var history = EventHistory.open(folder, settings.made(), identity::count)) {
            events.read(terminal, history::add);
            Instant beganDeciding = clock.instant();
            var outcomes = new Outcomes(loaded.contents(), settings.zone(), messages, facts);
            BacktestResult result = decide(new Backtest(settings, journeys, end, history.last(), outcomes), history);
            Instant decided = clock.instant();
            messages.write(terminal);
            facts.write(terminal);
            report.write(
                    terminal,
                    () -> new ReportPage(history.head(settings.zone()), settings, journeys, outcomes.report()).html());
            print(result);
            outcomes.otherCurrencies().lines().forEach(terminal::note);
            noteTime(result, Duration.between(began, clock.instant()), Duration.between(beganDeciding, decided));
            return strict.isGiven() && !result.renderFailures().byCause().isEmpty() ? ExitCode.PROBLEMS : ExitCode.FINE;
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

    private void requireSeparateFiles() {
        var taken = new ArrayList<>(events.files());
        if (messagesFile != null) {
            SeparateFiles.require("--out", messagesFile, taken);
            taken.add(messagesFile);
        }
        if (factsFile != null) {
            SeparateFiles.require("--facts", factsFile, taken);
            taken.add(factsFile);
        }
        report.file().ifPresent(file -> SeparateFiles.require("--report", file, taken));
    }

    private void print(BacktestResult result) {
        terminal.out().println(format.isJson() ? BacktestJson.write(result) : BacktestTable.of(result.figures()));
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

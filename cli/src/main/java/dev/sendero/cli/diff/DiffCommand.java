package dev.sendero.cli.diff;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.backtest.EventHistory;
import dev.sendero.cli.backtest.IdentityNotes;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.backtest.ViewedEvent;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.events.SeparateFiles;
import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.JourneyOption;
import dev.sendero.cli.options.ReportOption;
import dev.sendero.cli.options.UntilOption;
import dev.sendero.cli.project.LiveJourney;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whose messages change from one version of a project to another, on the same past events. */
@Command(
        name = "diff",
        description = {
            "Say whose messages change from one version of a project to another, on the same past events.",
            "A message is the same one in both when it is of the same step and the same events led to it.",
            "Each version sees the events as its own events.yaml makes them.",
            "Drafts take part as if they were live. Without --until, it ends when nothing is pending any more."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero diff my-journeys my-journeys-new --events last-quarter/",
            "  sendero diff HEAD my-journeys --events last-quarter/ --out differences.jsonl",
            "  sendero diff HEAD my-journeys --events last-quarter/ --report differences.html",
            "  sendero diff v1.4 main --events events.jsonl.gz --exit-code   inside the project's folder",
            "  sendero diff v1.4:shop main:shop --events events.jsonl.gz     elsewhere in its repository"
        })
public final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final IdentityNotes identity = new IdentityNotes();

    @Parameters(index = "0", paramLabel = "A", description = "The version before: a folder or a git revision.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The version after: a folder or a git revision.")
    private String second = "";

    @Mixin
    private EventOptions events = new EventOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write every message that differs there, as JSON Lines.")
    private @Nullable Path out;

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private JourneyOption only = new JourneyOption();

    @Mixin
    private UntilOption until = new UntilOption();

    @Option(names = "--exit-code", description = "End with 1 when a message differs.")
    private boolean exitCode;

    @Mixin
    private FormatOption format = new FormatOption();

    public DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Instant end = until.end().orElse(Instant.MAX);
        requireSeparateFiles();
        Project before = ProjectVersion.load(first, second);
        Project after = ProjectVersion.load(second, first);
        boolean beforeIsBroken = isBroken(first, before);
        if (isBroken(second, after) || beforeIsBroken) {
            return ExitCode.PROBLEMS;
        }
        requireKnown(before, after);
        List<Journey> journeysBefore = journeysOf(before);
        List<Journey> journeysAfter = journeysOf(after);
        var result = new DiffResult(
                Stream.concat(journeysBefore.stream(), journeysAfter.stream()).map(Journey::id),
                after.settings().zone());
        try (SpillFolder spill = new SpillFolder();
                EventHistory history = EventHistory.open(
                        spill,
                        List.of(before.settings().made(), after.settings().made()),
                        identity::count)) {
            events.read(terminal, history::add);
            Instant newest = history.last();
            compare(
                    new Version(before, journeysBefore, end, newest),
                    new Version(after, journeysAfter, end, newest),
                    history,
                    result);
            write(result);
            report.write(terminal, () -> new DiffPage(
                            history.head(after.settings().zone()),
                            result,
                            after.settings().zone())
                    .html(first, second, after.settings().name()));
            terminal.out()
                    .println(
                            format.isJson()
                                    ? DiffJson.write(result, first, second, history.events(), history.customers())
                                    : DiffText.of(result));
        }
        identity.lines().forEach(terminal::note);
        return exitCode && !result.isEmpty() ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private void requireSeparateFiles() {
        var taken = new ArrayList<>(events.files());
        if (out != null) {
            SeparateFiles.require("--out", out, taken);
            taken.add(out);
        }
        report.file().ifPresent(file -> SeparateFiles.require("--report", file, taken));
    }

    private boolean isBroken(String name, Project project) {
        if (project.hasErrors()) {
            terminal.note(name + ":");
            terminal.err().print(ProblemDisplay.show(project.problems(), terminal::onErr));
        }
        return project.hasErrors();
    }

    /** A journey that is asked for has to be in one of the versions. */
    private void requireKnown(Project before, Project after) {
        var known = new TreeSet<String>();
        Stream.concat(before.journeys().keySet().stream(), after.journeys().keySet().stream())
                .map(JourneyId::value)
                .forEach(known::add);
        for (String id : only.ids()) {
            if (!known.contains(id)) {
                throw CommandFailure.usage(
                        "--journey: no journey '" + id + "' in either version", DidYouMean.hint(id, known));
            }
        }
    }

    private List<Journey> journeysOf(Project project) {
        return only.ids().isEmpty()
                ? JourneySelection.runnable(project)
                : project.journeys().values().stream()
                        .filter(journey -> only.ids().contains(journey.id().value()))
                        .map(LiveJourney::of)
                        .toList();
    }

    private void compare(Version before, Version after, EventHistory history, DiffResult result) {
        try (Progress progress = Progress.start(terminal, "comparing", history.events())) {
            history.replayViewed(() -> new EventHistory.ViewedPart() {
                @Override
                public void replay(Iterator<ViewedEvent> events) {
                    var seenBefore = new ArrayList<ReceivedEvent>();
                    var seenAfter = new ArrayList<ReceivedEvent>();
                    long seen = 0;
                    while (events.hasNext()) {
                        ViewedEvent event = events.next();
                        addIf(history.isSeen(event, 0), event, seenBefore);
                        addIf(history.isSeen(event, 1), event, seenAfter);
                        seen++;
                    }
                    result.add(before.messagesOf(seenBefore), after.messagesOf(seenAfter));
                    progress.advance(seen);
                }

                @Override
                public void close() {}
            });
        }
        noteFailures(first, before);
        noteFailures(second, after);
    }

    private static void addIf(boolean seen, ViewedEvent event, List<ReceivedEvent> events) {
        if (seen) {
            events.add(event.event());
        }
    }

    private void noteFailures(String name, Version version) {
        if (version.notRendered() > 0) {
            terminal.note("warning: " + name + ": " + ProblemDisplay.counted(version.notRendered(), "message")
                    + " could not be rendered; 'sendero backtest' says why");
        }
    }

    private void write(DiffResult result) {
        if (out == null) {
            return;
        }
        try (ResultFile target = ResultFile.open(Optional.of(out), terminal)) {
            result.differences().forEach(difference -> target.line(DiffJson.line(difference)));
            target.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
    }
}

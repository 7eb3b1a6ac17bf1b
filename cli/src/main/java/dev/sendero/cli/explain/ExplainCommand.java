package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.cli.backtest.CustomerReplay;
import dev.sendero.cli.backtest.IdentityNotes;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.backtest.Timelines;
import dev.sendero.cli.backtest.TimelinesInMemory;
import dev.sendero.cli.backtest.UntilOption;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.core.Allocation;
import dev.sendero.core.Decider;
import dev.sendero.core.Inspection;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells one customer's way through the journeys: why, why not, and why not yet. */
@Command(
        name = "explain",
        description = {
            "Tell one customer's way through the journeys: why, why not, and why not yet.",
            "Nothing is sent. Drafts take part as if they were live; what is due after the end is not yet."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero explain my-journeys --events last-week/ --customer ada",
            "  sendero explain my-journeys --events last-week/ --customer ada --journey abandoned-cart",
            "  sendero explain my-journeys --events shop.csv.gz --map map.yaml --customer ada --format json"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final IdentityNotes identity = new IdentityNotes();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder of the project, before --events (default: the current one).")
    private Path folder = Path.of(".");

    @Mixin
    private EventOptions events = new EventOptions();

    @Option(
            names = "--customer",
            paramLabel = "ID",
            required = true,
            description = "Whose way: a user's or a device's id.")
    private String customer = "";

    @Option(
            names = "--journey",
            paramLabel = "ID",
            description = "Tell of this journey only; the others still take part.")
    private @Nullable String journey;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "The end of what is told, for example 2026-03-01 or 2026-03-01T12:00:00Z (default: the newest"
                    + " event of all customers).")
    private @Nullable String until;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Instant> end = Optional.ofNullable(until).map(UntilOption::parse);
        Project project = ProjectLoading.load(folder);
        if (project.hasErrors()) {
            terminal.err().print(ProblemDisplay.show(project.problems(), terminal::onErr));
            return ExitCode.PROBLEMS;
        }
        List<Journey> told = journey == null
                ? JourneySelection.of(project, List.of())
                : JourneySelection.of(project, List.of(journey));
        var newest = new AtomicReference<>(Instant.MIN);
        Timelines.Timeline timeline = read(newest);
        Explanation explanation = explain(project, told, timeline, end.orElseGet(newest::get));
        terminal.out()
                .print(
                        format == OutputFormat.JSON
                                ? ExplanationJson.write(explanation) + "\n"
                                : ExplanationText.of(explanation, journey == null, terminal::onOut));
        return ExitCode.FINE;
    }

    /** @param newest set to the time of the newest event of all customers */
    private Timelines.Timeline read(AtomicReference<Instant> newest) {
        var timelines = new TimelinesInMemory(identity::count);
        events.read(terminal, event -> {
            if (event.timestamp().isAfter(newest.get())) {
                newest.set(event.timestamp());
            }
            timelines.add(event);
        });
        var wanted = new CustomerId(customer);
        var found = new AtomicReference<Timelines.@Nullable Timeline>();
        timelines.forEach(timeline -> {
            if (timeline.customer().equals(wanted)) {
                found.set(timeline);
            }
        });
        Timelines.Timeline timeline = found.get();
        if (timeline == null) {
            throw CommandFailure.usage(
                    "no events of customer '" + customer + "' among those of " + timelines.customers() + " customers",
                    "ids are compared letter by letter; look for one with: grep " + customer + " FILE");
        }
        return timeline;
    }

    private Explanation explain(Project project, List<Journey> told, Timelines.Timeline timeline, Instant end) {
        var journeys = JourneySet.of(
                project.settings(),
                takingPart(project, told).stream().map(VersionInForce::always).toList(),
                CepDetectors.asChosen());
        var replay = new CustomerReplay(new Decider(journeys, Allocation.BY_HASH), end);
        var inspection = new Inspection(journeys);
        var zone = new CustomerZone(inspection, project.settings().zone());
        replay.run(timeline, zone);
        var narrator = new Narrator(
                timeline.customer(),
                inspection,
                told,
                new LocalTimes(zone.zone()),
                new MessageText(project.contents()));
        replay.run(timeline, narrator);
        return narrator.explanation(end, id -> stateOf(project, id));
    }

    /** All that are live or drafts, and one that is asked for whatever its state. */
    private static List<Journey> takingPart(Project project, List<Journey> told) {
        var all = new ArrayList<>(told);
        JourneySelection.runnable(project).stream()
                .filter(other -> told.stream().noneMatch(journey -> journey.id().equals(other.id())))
                .forEach(all::add);
        return all;
    }

    private static String stateOf(Project project, String id) {
        Journey found = project.journeys().get(new JourneyId(id));
        return found == null ? "" : found.state().name().toLowerCase(Locale.ROOT);
    }
}

package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.cli.backtest.EventHistory;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.IdentityNotes;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.backtest.UntilOption;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.core.Inspection;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Explanation explanation;
        try (SpillFolder spill = new SpillFolder();
                EventHistory history =
                        EventHistory.open(spill, project.settings().made(), identity::count)) {
            events.read(terminal, history::add);
            explanation = explain(project, told, eventsOfCustomer(history), end.orElseGet(history::last));
        }
        terminal.out()
                .print(
                        format == OutputFormat.JSON
                                ? ExplanationJson.write(explanation) + "\n"
                                : ExplanationText.of(explanation, journey == null, terminal::onOut));
        return ExitCode.FINE;
    }

    private List<ReceivedEvent> eventsOfCustomer(EventHistory history) {
        List<ReceivedEvent> found = Collections.synchronizedList(new ArrayList<>());
        history.replay(() -> new EventHistory.Part() {
            @Override
            public void replay(Iterator<ReceivedEvent> ofOne) {
                ReceivedEvent first = ofOne.next();
                if (first.key().equals(customer)) {
                    found.add(first);
                    ofOne.forEachRemaining(found::add);
                }
            }

            @Override
            public void close() {}
        });
        if (found.isEmpty()) {
            throw CommandFailure.usage(
                    "no events of customer '" + customer + "' among those of "
                            + ProblemDisplay.counted(history.customers(), "customer"),
                    "ids are compared letter by letter; look for one with: grep " + customer + " FILE");
        }
        return found;
    }

    private Explanation explain(Project project, List<Journey> told, List<ReceivedEvent> ofCustomer, Instant end) {
        var journeys = JourneySet.of(
                project.settings(),
                takingPart(project, told).stream().map(VersionInForce::always).toList(),
                CepDetectors.asChosen());
        var replay = HistoryReplay.of(journeys, end);
        var inspection = new Inspection(journeys);
        var zone = new CustomerZone(inspection, project.settings().zone());
        replay.watch(ofCustomer.iterator(), zone);
        var narrator = new Narrator(
                new CustomerId(customer),
                inspection,
                told,
                new LocalTimes(zone.zone()),
                new MessageText(project.contents()));
        replay.watch(ofCustomer.iterator(), narrator);
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

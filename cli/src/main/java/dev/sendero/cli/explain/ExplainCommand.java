package dev.sendero.cli.explain;

import dev.sendero.cli.backtest.CustomerEvents;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.JourneyOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.options.UntilOption;
import dev.sendero.cli.running.RunningSystem;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.gateway.query.CustomerView;
import dev.sendero.gateway.query.CustomerView.JourneyOfCustomer;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells one customer's way through the journeys: why, why not, and why not yet. */
@Command(
        name = "explain",
        description = {
            "Tell one customer's way through the journeys: why, why not, and why not yet.",
            "From past events, with nothing sent: drafts take part as if they were live, journeys that are not told of"
                    + " take part too, and what is due after the end is not yet. The end is the newest event of all"
                    + " customers, or --until.",
            "Or from a running system: what it decided, and what became of the messages."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero explain my-journeys --events last-week/ --customer ada",
            "  sendero explain my-journeys --events last-week/ --customer ada --journey abandoned-cart",
            "  sendero explain my-journeys --events shop.csv.gz --map map.yaml --customer ada --format json",
            "  sendero explain --at http://localhost:8484 --customer ada"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--customer",
            paramLabel = "ID",
            required = true,
            description = "Whose way: a user's or a device's id.")
    private String customer = "";

    @Mixin
    private JourneyOption only = new JourneyOption();

    @Mixin
    private UntilOption until = new UntilOption();

    @Mixin
    private FormatOption format = new FormatOption();

    /** Who knows of the customer: one of both. */
    static final class Source {

        @ArgGroup(exclusive = false)
        private @Nullable EventOptions events;

        @Option(
                names = "--at",
                paramLabel = "URL",
                description = "Ask the running system that has its console there; no project is needed.")
        private @Nullable String at;
    }

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Explanation> explanation = source.at == null
                ? fromHistory()
                : Optional.of(fromRunningSystem(new ToldCustomers(RunningSystem.at(source.at))));
        explanation.ifPresent(this::print);
        return explanation.isPresent() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private void print(Explanation explanation) {
        terminal.out()
                .print(
                        format.isJson()
                                ? ExplanationJson.write(explanation) + "\n"
                                : ExplanationText.of(explanation, only.ids().isEmpty(), terminal::onOut));
    }

    private Optional<Explanation> fromHistory() {
        EventOptions events = Objects.requireNonNull(source.events, "--events: absent (expected: where --at is)");
        Optional<Instant> end = until.end();
        events.requireProjectBefore(project.folder(), "explain");
        return project.loadFine(terminal).map(loaded -> fromHistory(loaded, events, end));
    }

    private Explanation fromHistory(Project loaded, EventOptions events, Optional<Instant> end) {
        List<Journey> told = JourneySelection.of(loaded, only.ids());
        CustomerEvents past =
                CustomerEvents.read(events, terminal, loaded.settings().made(), customer);
        return new HistoryExplanation(loaded, told).of(past, end.orElse(past.newest()));
    }

    private Explanation fromRunningSystem(ToldCustomers system) {
        if (until.end().isPresent()) {
            throw CommandFailure.usage("--until: a running system tells how it is now", "leave it away, or --at");
        }
        CustomerView view = system.customer(customer);
        requireKnown(view);
        if (!view.complete()) {
            terminal.note("note: only the newest decisions are told");
        }
        return ToldExplanation.of(view, only.ids());
    }

    private void requireKnown(CustomerView view) {
        List<String> known = view.journeys().stream().map(JourneyOfCustomer::id).toList();
        for (String id : only.ids()) {
            boolean decided = view.decisions().stream()
                    .anyMatch(decision -> decision.fact().journey().value().equals(id));
            if (!known.contains(id) && !decided) {
                throw CommandFailure.usage("--journey: no journey '" + id + "' runs there", DidYouMean.hint(id, known));
            }
        }
    }
}

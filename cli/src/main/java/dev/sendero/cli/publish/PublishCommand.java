package dev.sendero.cli.publish;

import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.journeytest.JourneyTestRunner;
import dev.sendero.cli.journeytest.TestOutcome;
import dev.sendero.cli.journeytest.TestReport;
import dev.sendero.cli.options.BrokersOption;
import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.publish.JourneyPublisher.Missing;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a project live in a running system. */
@Command(
        name = "publish",
        description = {
            "Put a project live in a running system, without a restart.",
            "A project with an error or a failing test changes nothing. What its files say of a journey's state holds"
                    + " from then on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero publish shop --to broker.example:9092",
            "  sendero publish shop --to broker.example:9092 --plan --events last-week/",
            "  sendero publish shop --to broker.example:9092 --prune   end journeys whose files are gone"
        })
public final class PublishCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private BrokersOption to = new BrokersOption();

    @Option(names = "--prune", description = "End journeys that the project does not have: who is inside leaves.")
    private boolean prune;

    @Option(names = "--plan", description = "Say what would change, as --format says, and change nothing.")
    private boolean plan;

    @ArgGroup(exclusive = false)
    private @Nullable EventOptions history;

    @Mixin
    private FormatOption format = new FormatOption();

    public PublishCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<Project> loaded = project.loadFine(terminal);
        if (loaded.isEmpty()) {
            return ExitCode.PROBLEMS;
        }
        if (history != null && !plan) {
            throw CommandFailure.usage("--events says how many would enter, which is part of a plan", "add --plan");
        }
        List<TestOutcome> tests = new JourneyTestRunner(clock).runAll(loaded.get());
        if (tests.stream().anyMatch(test -> !test.passed())) {
            terminal.err().print(TestReport.of(tests, terminal::onErr));
            terminal.fail(
                    "a journey test fails, so nothing is published",
                    "'sendero test " + project.folder() + "' runs them");
            return ExitCode.PROBLEMS;
        }
        return plan ? plan(loaded.get()) : publish(loaded.get());
    }

    private int plan(Project loaded) {
        Optional<HistoryForPlan> read =
                Optional.ofNullable(history).map(options -> new HistoryForPlan(options, terminal));
        return Brokers.of(to.bootstrapServers(), publisher -> {
            PublishPlan planned = PublishPlan.of(loaded, publisher, prune ? Missing.REMOVE : Missing.KEEP);
            Optional<EntryForecast> forecast = read.map(events -> events.forecast(loaded, planned, publisher));
            terminal.out()
                    .print(format.isJson() ? PlanJson.write(planned, forecast) + "\n" : PlanText.of(planned, forecast));
            return ExitCode.FINE;
        });
    }

    private int publish(Project loaded) {
        return Brokers.of(to.bootstrapServers(), publisher -> {
            Instant effectiveAt = clock.instant().plus(JourneyPublisher.NOTICE);
            List<NewTrait> newTraits = NewTrait.of(publisher.published(), loaded);
            List<Change> changes = publisher.publish(loaded, effectiveAt, prune ? Missing.REMOVE : Missing.KEEP);
            changes.forEach(change -> terminal.out().println(inWords(change)));
            newTraits.forEach(trait -> terminal.out().println(trait.inWords(effectiveAt)));
            publisher.removeDrained().forEach(key -> terminal.out().println(key + ": drained, removed"));
            if (changes.isEmpty()) {
                terminal.out().println("nothing to change");
            }
            return ExitCode.FINE;
        });
    }

    private static String inWords(Change change) {
        if (change instanceof Change.Added added) {
            return added.journey() + ": added, version " + added.version();
        }
        if (change instanceof Change.NewVersion version) {
            return version.journey() + ": version " + version.version();
        }
        if (change instanceof Change.Updated updated) {
            return updated.journey() + ": updated";
        }
        return change.journey() + ": ended, as its file is gone";
    }
}

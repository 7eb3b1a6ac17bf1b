package dev.sendero.cli.cep;

import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.options.JourneyOption;
import dev.sendero.cli.options.OutOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.engine.cep.PatternSource;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints triggers as patterns of Flink CEP. */
@Command(
        name = "cep",
        description = {
            "Print the triggers of journeys as Java source: a Flink CEP pattern each.",
            "What means something else there is named above each pattern."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero cep my-journeys",
            "  sendero cep my-journeys --journey abandoned-cart",
            "  sendero cep my-journeys --out src/main/java/JourneyPatterns.java"
        })
public final class CepCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private JourneyOption only = new JourneyOption();

    @Mixin
    private OutOption out = new OutOption();

    public CepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Project> loaded = project.loadFine(terminal);
        if (loaded.isEmpty()) {
            return ExitCode.PROBLEMS;
        }
        String source = PatternSource.of(journeys(loaded.get()));
        out.write(terminal, result -> source.lines().forEach(result::line));
        return ExitCode.FINE;
    }

    private Collection<Journey> journeys(Project loaded) {
        if (only.ids().isEmpty()) {
            return loaded.journeys().values().stream()
                    .filter(journey -> journey.trigger().isPattern())
                    .toList();
        }
        List<Journey> named = only.ids().stream()
                .map(id -> JourneySelection.named(loaded, id))
                .toList();
        for (Journey journey : named) {
            if (!journey.trigger().isPattern()) {
                throw CommandFailure.usage(
                        "--journey: the trigger of '" + journey.id() + "' is no pattern of events", "");
            }
        }
        return named;
    }
}

package dev.sendero.cli.cep;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.engine.cep.PatternSource;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder of the project (default: the current one).")
    private Path folder = Path.of("");

    @Option(names = "--journey", paramLabel = "ID", description = "Only this journey.")
    private @Nullable String onlyJourney;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path out;

    public CepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = ProjectLoading.load(folder);
        if (project.hasErrors()) {
            terminal.err().print(ProblemDisplay.show(project.problems(), terminal::onErr));
            return ExitCode.PROBLEMS;
        }
        String source = PatternSource.of(journeys(project));
        try (ResultFile result = ResultFile.open(Optional.ofNullable(out), terminal)) {
            source.lines().forEach(result::line);
            result.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
        return ExitCode.FINE;
    }

    private Collection<Journey> journeys(Project project) {
        if (onlyJourney == null) {
            return project.journeys().values().stream()
                    .filter(journey -> journey.trigger().isPattern())
                    .toList();
        }
        Journey journey = project.journeys().get(new JourneyId(onlyJourney));
        if (journey == null) {
            throw CommandFailure.usage(
                    "--journey: no journey '" + onlyJourney + "' in this project",
                    DidYouMean.hint(
                            onlyJourney,
                            project.journeys().keySet().stream()
                                    .map(JourneyId::value)
                                    .toList()));
        }
        if (!journey.trigger().isPattern()) {
            throw CommandFailure.usage("--journey: the trigger of '" + onlyJourney + "' is no pattern of events", "");
        }
        return List.of(journey);
    }
}

package dev.sendero.cli.validate;

import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.ProblemJson;
import dev.sendero.rules.project.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is wrong with a project. */
@Command(
        name = "validate",
        description = "Show all problems of a project: settings, journeys, templates and tests.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero validate my-journeys",
            "  sendero validate my-journeys --strict              warnings fail too, for continuous integration",
            "  sendero validate my-journeys --format json | jq    for editors and other programs"
        })
public final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder of the project (default: the current one).")
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--strict", description = "Fail on warnings too.")
    private boolean strict;

    public ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = ProjectLoading.load(folder);
        if (format == OutputFormat.JSON) {
            terminal.out().println(ProblemJson.write(project.problems()));
        } else if (project.problems().isEmpty()) {
            terminal.out().println(terminal.onOut(Colour.GREEN, "fine") + ": " + contents(project) + ", no problems");
        } else {
            terminal.out().print(ProblemDisplay.show(project.problems(), terminal::onOut));
        }
        boolean fails = project.hasErrors() || strict && !project.problems().isEmpty();
        return fails ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private static String contents(Project project) {
        long tests =
                project.tests().stream().mapToLong(file -> file.tests().size()).sum();
        return ProblemDisplay.counted(project.journeys().size(), "journey") + ", "
                + ProblemDisplay.counted(tests, "journey test");
    }
}

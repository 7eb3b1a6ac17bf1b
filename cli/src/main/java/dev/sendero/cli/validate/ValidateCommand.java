package dev.sendero.cli.validate;

import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.options.StrictOption;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.ProblemJson;
import dev.sendero.rules.project.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private StrictOption strict = new StrictOption();

    public ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project loaded = project.load();
        if (format.isJson()) {
            terminal.out().println(ProblemJson.write(loaded.problems()));
        } else if (loaded.problems().isEmpty()) {
            terminal.out().println(terminal.onOut(Colour.GREEN, "fine") + ": " + contents(loaded) + ", no problems");
        } else {
            terminal.out().print(ProblemDisplay.show(loaded.problems(), terminal::onOut));
        }
        return strict.refuses(loaded) ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private static String contents(Project project) {
        long tests =
                project.tests().stream().mapToLong(file -> file.tests().size()).sum();
        return ProblemDisplay.counted(project.journeys().size(), "journey") + ", "
                + ProblemDisplay.counted(tests, "journey test");
    }
}

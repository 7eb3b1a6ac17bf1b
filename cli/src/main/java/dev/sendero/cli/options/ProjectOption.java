package dev.sendero.cli.options;

import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.project.Project;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The project that a command works on: its first argument. */
public final class ProjectOption {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder of the project (default: the current one).")
    private Path folder = Path.of(".");

    public Path folder() {
        return folder;
    }

    /**
     * The project with its problems.
     *
     * @throws CommandFailure when there is no project in the folder, or it cannot be read
     */
    public Project load() {
        return ProjectLoading.load(folder);
    }

    /**
     * The project; empty when it has an error, and then its problems have been shown.
     *
     * @throws CommandFailure as {@link #load}
     */
    public Optional<Project> loadFine(Terminal terminal) {
        Project project = load();
        if (project.hasErrors()) {
            terminal.err().print(ProblemDisplay.show(project.problems(), terminal::onErr));
            return Optional.empty();
        }
        return Optional.of(project);
    }
}

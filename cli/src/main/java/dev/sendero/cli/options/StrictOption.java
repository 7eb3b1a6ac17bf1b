package dev.sendero.cli.options;

import dev.sendero.rules.project.Project;
import picocli.CommandLine.Option;

/** {@code --strict}: whether a warning is as bad as an error. */
public final class StrictOption {

    @Option(names = "--strict", description = "Fail on warnings too.")
    private boolean strict;

    public boolean isGiven() {
        return strict;
    }

    /** Whether a project has a problem for which the command fails. */
    public boolean refuses(Project project) {
        return project.hasErrors() || strict && !project.problems().isEmpty();
    }
}

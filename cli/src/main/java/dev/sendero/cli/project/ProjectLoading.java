package dev.sendero.cli.project;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a project for a command. */
public final class ProjectLoading {

    private ProjectLoading() {}

    /**
     * The project with its problems.
     *
     * @throws CommandFailure when there is no project in the folder, or it cannot be read
     */
    public static Project load(Path folder) {
        if (!Files.exists(folder)) {
            throw CommandFailure.usage(
                    folder + ": no such folder", "'sendero init " + folder + "' begins a project there");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.usage(folder + ": this is a file", "name the folder of the project");
        }
        if (!Files.isReadable(folder)) {
            throw CommandFailure.usage(folder + ": may not be read", "look at its permissions: ls -ld " + folder);
        }
        if (!Files.exists(folder.resolve("sendero.yaml")) && !Files.isDirectory(folder.resolve("journeys"))) {
            throw CommandFailure.usage(
                    folder + ": this is no journey project: neither sendero.yaml nor journeys/ is there",
                    "'sendero init DIR' begins a project");
        }
        try {
            return ProjectReader.read(ProjectFolder.load(folder));
        } catch (IOException unreadable) {
            throw CommandFailure.usage(folder + ": cannot be read: " + IoReason.of(unreadable), "may you read it?")
                    .causedBy(unreadable);
        }
    }
}

package dev.sendero.cli.diff;

import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.rules.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads one of the two versions: a folder, or a revision in a git repository. */
final class ProjectVersion {

    private ProjectVersion() {}

    /**
     * @param name a folder; a revision, which means the project's folder in it; or {@code REVISION:PATH}
     * @param other the other version's name: where it is a folder, it says which project is meant
     */
    static Project load(String name, String other) {
        if (Files.isDirectory(Path.of(name))) {
            return ProjectLoading.load(Path.of(name));
        }
        Path folder = Files.isDirectory(Path.of(other)) ? Path.of(other) : Path.of("");
        var git = new Git(folder.toAbsolutePath());
        String prefix = git.prefix();
        String place = name.contains(":") || prefix.isEmpty() ? name : name + ":" + prefix;
        String tree = git.tree(place)
                .orElseThrow(() -> CommandFailure.usage(
                        name + ": neither a folder nor a revision of this repository that has the project"
                                + (prefix.isEmpty() || name.contains(":") ? "" : " in " + prefix + "/"),
                        "a revision may name the folder: " + revisionOf(name) + ":path/of/the/project"));
        return load(git, tree, name);
    }

    private static String revisionOf(String name) {
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    private static Project load(Git git, String tree, String name) {
        try {
            Path folder = Files.createTempDirectory("sendero-diff-");
            try {
                git.write(tree, folder);
                if (!Files.exists(folder.resolve("sendero.yaml")) && !Files.isDirectory(folder.resolve("journeys"))) {
                    throw CommandFailure.usage(
                            name + ": there is no journey project: neither sendero.yaml nor journeys/",
                            "a revision may name the folder: " + revisionOf(name) + ":path/of/the/project");
                }
                return ProjectLoading.load(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw CommandFailure.environment(
                            name + ": its files cannot be taken out of the repository: " + failed.getMessage(), "")
                    .causedBy(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}

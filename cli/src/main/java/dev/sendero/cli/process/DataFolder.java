package dev.sendero.cli.process;

import dev.sendero.broker.FolderLock;
import dev.sendero.cli.terminal.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a process keeps what must survive it. */
public record DataFolder(Path root) {

    /** Of the project in a folder. */
    public static DataFolder of(Path project) {
        return new DataFolder(project.toAbsolutePath().normalize().resolve(".sendero"));
    }

    Path broker() {
        return root.resolve("kafka");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** The relational store. */
    public Path store() {
        return root.resolve("store.db");
    }

    /** What the process logs. */
    public Path log() {
        return root.resolve("sendero.log");
    }

    /** With which the links of messages are signed where the settings name no key. */
    Path linkKey() {
        return root.resolve("link.key");
    }

    /** With which the store gives pseudonyms to what it has erased. */
    Path pseudonymKey() {
        return root.resolve("pseudonym.key");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /**
     * Keeps the folder, which is made when it is absent, to this process.
     *
     * @throws EnvironmentProblem when another process has it, or it cannot be written
     */
    public FolderLock claim() throws EnvironmentProblem {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new EnvironmentProblem(
                    "the data cannot be kept in " + root + ": it is a file",
                    "move it away, or choose another folder with --data");
        }
        try {
            return FolderLock.tryTake(lock())
                    .orElseThrow(() -> new EnvironmentProblem(
                            "the data in " + root + " is in use by another process",
                            "stop that one first, or keep the data elsewhere: --data DIR"));
        } catch (IOException unwritable) {
            throw new EnvironmentProblem(
                    "the data cannot be kept in " + root + ": " + IoReason.of(unwritable),
                    "choose another folder with --data",
                    unwritable);
        }
    }

    /** Deletes all that is kept, for whoever has the claim; the claim stays. */
    public void wipe() throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root) && !path.equals(lock())) {
                    Files.delete(path);
                }
            }
        }
    }
}

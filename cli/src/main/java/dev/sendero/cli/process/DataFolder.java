package dev.sendero.cli.process;

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

    Path store() {
        return root.resolve("store.db");
    }

    /** What the process logs. */
    public Path log() {
        return root.resolve("sendero.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /**
     * Keeps the folder, which is made when it is absent, to this process.
     *
     * @throws EnvironmentProblem when another process has it, or it cannot be written
     */
    public DataClaim claim() throws EnvironmentProblem {
        return DataClaim.on(this);
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

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

    /** Deletes all of it. */
    public void wipe() throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.sendero.cli.sorting;

import dev.sendero.cli.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what does not fit in memory, among the temporary files of the machine. There is none before it is needed,
 * and none any more when it is closed or the process ends, unless it is killed.
 */
public final class SpillFolder implements AutoCloseable {

    private final Thread atEnd = new Thread(this::delete, "temporary files");
    private @Nullable Path folder;
    private int files;

    /** The name of a new file. */
    synchronized Path newFile() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("sendero-");
            Runtime.getRuntime().addShutdownHook(atEnd);
        }
        files++;
        return folder.resolve(files + ".rows");
    }

    static CommandFailure failure(IOException cause) {
        return CommandFailure.environment(
                        "what does not fit in memory cannot be kept on the disk: " + cause.getMessage(),
                        "is there space in " + System.getProperty("java.io.tmpdir", File.separator)
                                + "? Another folder: SENDERO_JAVA_OPTS=-Djava.io.tmpdir=FOLDER")
                .causedBy(cause);
    }

    private synchronized void delete() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // They are temporary files: whoever cleans these up finds them.
        }
        folder = null;
    }

    @Override
    public void close() {
        boolean used;
        synchronized (this) {
            used = folder != null;
        }
        delete();
        if (used) {
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException ending) {
                // The process ends already, and the hook finds nothing to do.
            }
        }
    }
}

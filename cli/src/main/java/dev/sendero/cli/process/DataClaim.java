package dev.sendero.cli.process;

import dev.sendero.cli.terminal.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a data folder to one process. The operating system gives it back when the process ends, however it ends. */
public final class DataClaim implements AutoCloseable {

    private final FileChannel channel;

    private DataClaim(FileChannel channel) {
        this.channel = channel;
    }

    static DataClaim on(DataFolder folder) throws EnvironmentProblem {
        requireFolder(folder.root());
        try {
            Files.createDirectories(folder.root());
            var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new EnvironmentProblem(
                        "the data in " + folder.root() + " is in use by another process",
                        "stop that one first, or keep the data elsewhere: --data DIR");
            }
            return new DataClaim(channel);
        } catch (IOException unwritable) {
            throw new EnvironmentProblem(
                    "the data cannot be kept in " + folder.root() + ": " + IoReason.of(unwritable),
                    "choose another folder with --data",
                    unwritable);
        }
    }

    private static void requireFolder(Path root) throws EnvironmentProblem {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new EnvironmentProblem(
                    "the data cannot be kept in " + root + ": it is a file",
                    "move it away, or choose another folder with --data");
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

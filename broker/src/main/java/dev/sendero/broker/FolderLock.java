package dev.sendero.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one broker. The operating system gives the lock back when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws BrokerUnavailable when somebody else has it, or the folder cannot be written */
    static FolderLock take(Path folder) throws BrokerUnavailable {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new BrokerUnavailable(
                        "the data in " + folder + " is in use by another process (stop that one first)");
            }
            return new FolderLock(channel);
        } catch (IOException unwritable) {
            throw new BrokerUnavailable("the folder " + folder + " cannot be written", unwritable);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the lock of the broker's folder cannot be given back", failed);
        }
    }
}

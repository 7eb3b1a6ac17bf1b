package dev.sendero.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a result go: a file that appears under its name only when it is complete, or standard output.
 */
public final class ResultFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream stream;
    private final @Nullable Path target;
    private final @Nullable Path unfinished;
    private long lines;

    private ResultFile(OutputStream stream, @Nullable Path target, @Nullable Path unfinished) {
        this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
        this.target = target;
        this.unfinished = unfinished;
    }

    /**
     * @param target empty for standard output
     * @throws CommandFailure when there can be no such file
     */
    public static ResultFile open(Optional<Path> target, Terminal terminal) {
        if (target.isEmpty()) {
            return new ResultFile(terminal.out(), null, null);
        }
        Path unfinished = target.get().resolveSibling(target.get().getFileName() + ".unfinished");
        try {
            return new ResultFile(Files.newOutputStream(unfinished), target.get(), unfinished);
        } catch (IOException unwritable) {
            throw CommandFailure.usage(
                            target.get() + ": cannot be written: is there such a folder, and may you write there?", "")
                    .causedBy(unwritable);
        }
    }

    /** Writes a line; the text is without a line end. */
    public void line(String text) {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a line; the bytes are UTF-8, without a line end. */
    public void line(byte[] text) {
        try {
            stream.write(text);
            stream.write('\n');
            lines++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public long lines() {
        return lines;
    }

    /** All lines are written: the file takes its name. */
    public void complete() throws IOException {
        stream.flush();
        if (unfinished != null && target != null) {
            stream.close();
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file that is not complete is deleted. Standard output stays open. */
    @Override
    public void close() throws IOException {
        if (unfinished != null) {
            stream.close();
            Files.deleteIfExists(unfinished);
        }
    }

    public static CommandFailure unwritable(IOException failure) {
        return CommandFailure.environment("the result cannot be written: " + failure.getMessage(), "is the disk full?")
                .causedBy(failure);
    }
}

package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of events, or standard input.
 *
 * @param name for people: the path as the user wrote it, or {@code standard input}
 * @param bytes how long it is as it lies there; 0 when nobody knows
 */
public record EventInput(String name, long bytes, Opening opening) {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String EMPTY_HINT = "was it written to the end? JSON Lines have one event a line";

    /** Opens the file. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Told how many more bytes of the file have been read. */
    @FunctionalInterface
    public interface Meter {
        void read(long bytes);
    }

    /**
     * The contents, gunzipped when they are gzip, whatever the name says.
     *
     * @throws CommandFailure when there is nothing in the file or it cannot be read
     */
    BufferedInputStream open(Meter meter) {
        try {
            var raw = new BufferedInputStream(new MeteredInput(opening.open(), meter), BUFFER_BYTES);
            int first = peek(raw, 0);
            if (first < 0) {
                throw CommandFailure.usage(name + ": the file is empty", EMPTY_HINT);
            }
            if (first == 0x1f && peek(raw, 1) == 0x8b) {
                return notEmpty(new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES));
            }
            if (name.endsWith(".gz")) {
                throw CommandFailure.usage(
                        name + ": this is not gzip", "a file that is not compressed must not be named .gz");
            }
            return raw;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private BufferedInputStream notEmpty(BufferedInputStream contents) throws IOException {
        if (peek(contents, 0) < 0) {
            throw CommandFailure.usage(name + ": the file is empty", EMPTY_HINT);
        }
        return contents;
    }

    private static int peek(BufferedInputStream stream, int ahead) throws IOException {
        stream.mark(ahead + 1);
        int found = -1;
        for (int i = 0; i <= ahead; i++) {
            found = stream.read();
        }
        stream.reset();
        return found;
    }

    /** What to tell the user when reading fails in the middle. */
    CommandFailure unreadable(IOException failure) {
        if (failure instanceof ZipException || failure instanceof EOFException) {
            return CommandFailure.usage(
                            name + ": the gzip file is damaged or cut off: " + failure.getMessage(),
                            "test it with: gzip -t " + name)
                    .causedBy(failure);
        }
        if (failure instanceof AccessDeniedException) {
            return CommandFailure.usage(name + ": may not be read", "look at its permissions: ls -l " + name)
                    .causedBy(failure);
        }
        return CommandFailure.usage(name + ": cannot be read: " + IoReason.of(failure), "look at it: ls -l " + name)
                .causedBy(failure);
    }
}

package dev.sendero.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a result go: a file that appears under its name only when it is complete, or standard output.
 */
public final class ResultFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LINES_BETWEEN_CHECKS = 10_000;

    private final OutputStream stream;
    private final @Nullable PrintStream standardOutput;
    private final @Nullable Path target;
    private final @Nullable Path unfinished;
    private long lines;

    private ResultFile(PrintStream standardOutput) {
        this.stream = new BufferedOutputStream(standardOutput, BUFFER_BYTES);
        this.standardOutput = standardOutput;
        this.target = null;
        this.unfinished = null;
    }

    private ResultFile(OutputStream stream, @Nullable Path target, @Nullable Path unfinished) {
        this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
        this.standardOutput = null;
        this.target = target;
        this.unfinished = unfinished;
    }

    /**
     * @param target empty for standard output
     * @throws CommandFailure when there can be no such file
     */
    public static ResultFile open(Optional<Path> target, Terminal terminal) {
        if (target.isEmpty()) {
            return new ResultFile(terminal.out());
        }
        requirePossible(target.get());
        try {
            return file(target.get());
        } catch (IOException unwritable) {
            throw CommandFailure.usage(
                            target.get() + ": cannot be written: " + IoReason.of(unwritable), "choose another file")
                    .causedBy(unwritable);
        }
    }

    /**
     * To be called before long work whose result goes there.
     *
     * @throws CommandFailure when there can be no such file
     */
    public static void requirePossible(Path target) {
        if (Files.isDirectory(target)) {
            throw CommandFailure.usage(target + ": this is a folder", "name a file in it");
        }
        Path folder = Optional.ofNullable(target.getParent()).orElse(Path.of("."));
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.usage(target + ": there is no folder " + folder, "make it first: mkdir -p " + folder);
        }
        if (!Files.exists(target) && !Files.isWritable(folder)) {
            throw CommandFailure.usage(
                    target + ": you may not write into the folder " + folder, "choose another folder");
        }
    }

    private static ResultFile file(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or a device, such as /dev/stdout, is written to, not replaced.
            return new ResultFile(Files.newOutputStream(target, StandardOpenOption.WRITE), null, null);
        }
        Path real = Files.exists(target) ? target.toRealPath() : target;
        Path unfinished = real.resolveSibling(real.getFileName() + ".unfinished");
        return new ResultFile(Files.newOutputStream(unfinished), real, unfinished);
    }

    /**
     * Writes a line; the text is without a line end.
     *
     * @throws CommandFailure when it cannot be written
     */
    public void line(String text) {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a line; the bytes are UTF-8, without a line end.
     *
     * @throws CommandFailure when it cannot be written
     */
    public void line(byte[] text) {
        try {
            stream.write(text);
            stream.write('\n');
            lines++;
            if (lines % LINES_BETWEEN_CHECKS == 0) {
                check();
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /** Standard output keeps its failures to itself: it has to be asked. */
    private void check() {
        if (standardOutput != null && standardOutput.checkError()) {
            throw CommandFailure.environment("standard output takes no more", "is its reader gone, or the disk full?");
        }
    }

    public long lines() {
        return lines;
    }

    /** All lines are written: the file takes its name. */
    public void complete() throws IOException {
        stream.flush();
        check();
        if (unfinished != null && target != null) {
            stream.close();
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file that is not complete is deleted. Standard output stays open. */
    @Override
    public void close() throws IOException {
        if (standardOutput == null) {
            stream.close();
        }
        if (unfinished != null) {
            Files.deleteIfExists(unfinished);
        }
    }

    public static CommandFailure unwritable(IOException failure) {
        return CommandFailure.environment("the result cannot be written: " + IoReason.of(failure), "is the disk full?")
                .causedBy(failure);
    }
}

package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Splits a stream into lines without making text of them. Lines of nothing but blanks are left out. */
public final class ByteLines {

    private static final int MAX_LINE_BYTES = 8 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final BufferedInputStream contents;
    private final String name;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
    private byte[] current = {};
    private int position;
    private int filled;
    private long number;

    /** @param name of the file, for problems */
    public ByteLines(BufferedInputStream contents, String name) {
        this.contents = contents;
        this.name = name;
    }

    /**
     * Goes to the next line; false after the last.
     *
     * @throws CommandFailure when a line is longer than any event may be
     */
    public boolean next() throws IOException {
        while (readLine()) {
            number++;
            current = line.toByteArray();
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean readLine() throws IOException {
        line.reset();
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            if (line.size() > MAX_LINE_BYTES) {
                throw CommandFailure.usage(
                        name + ":" + (number + 1) + ": the line is longer than " + MAX_LINE_BYTES + " bytes",
                        "JSON Lines have one event a line; an array of events has to be split: jq -c '.[]'");
            }
            position = end + 1;
            if (end < filled) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, contents.read(buffer, 0, buffer.length));
        position = 0;
        return filled > 0;
    }

    private boolean isBlank() {
        for (byte each : current) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Not to be changed; the next line has others. */
    public byte[] bytes() {
        return current;
    }

    /** Of the line in the file, from 1. */
    public long number() {
        return number;
    }
}

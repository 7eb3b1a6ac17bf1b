package dev.sendero.cli.sorting;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Writes values one after the other so that the bytes sort as the values do, the first one first. */
public final class SortKey {

    /** Ends a text, so that it comes before every longer one that begins with it. */
    private static final int END = 0;

    /** Stands before what would otherwise look like the end, or like itself. */
    private static final int ESCAPE = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /** @param value of which the lowest eight bits count */
    public SortKey part(int value) {
        bytes.write(value);
        return this;
    }

    /** Sorts as {@link String#compareTo} does: by UTF-16 units, each in one to three bytes. */
    public SortKey text(String text) {
        for (int index = 0; index < text.length(); index++) {
            unit(text.charAt(index));
        }
        bytes.write(END);
        return this;
    }

    private void unit(char unit) {
        if (unit <= ESCAPE) {
            bytes.write(ESCAPE);
            bytes.write(unit + 1);
        } else if (unit < 0x80) {
            bytes.write(unit);
        } else if (unit < 0x800) {
            bytes.write(0xc0 | unit >> 6);
            bytes.write(0x80 | unit & 0x3f);
        } else {
            bytes.write(0xe0 | unit >> 12);
            bytes.write(0x80 | unit >> 6 & 0x3f);
            bytes.write(0x80 | unit & 0x3f);
        }
    }

    public SortKey number(long value) {
        long unsigned = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (unsigned >>> shift));
        }
        return this;
    }

    public SortKey instant(Instant instant) {
        return number(instant.getEpochSecond()).number(instant.getNano());
    }

    /** Where what follows a text begins that begins at a place. */
    static int endOfText(byte[] key, int start) {
        int end = start;
        while (key[end] != END) {
            end++;
        }
        return end + 1;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}

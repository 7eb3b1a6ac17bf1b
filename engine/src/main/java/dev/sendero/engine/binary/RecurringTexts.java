package dev.sendero.engine.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which there are few and which come all the time, such as names of events. Bytes that came before give the
 * same object, whose hash is known already. It remembers a bounded number of short ones. Safe for many threads.
 */
public final class RecurringTexts {

    /** A power of two. */
    private static final int PLACES = 1 << 10;

    private static final int LONGEST_BYTES = 64;

    private static final class Known {
        private final byte[] bytes;
        private final String text;

        private Known(byte[] bytes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

    /** @param utf8 the bytes among which the text is */
    public String textOf(byte[] utf8, int offset, int length) {
        if (length > LONGEST_BYTES) {
            return new String(utf8, offset, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + utf8[i];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known known = places.getPlain(place);
        if (known == null || !Arrays.equals(known.bytes, 0, known.bytes.length, utf8, offset, offset + length)) {
            known = new Known(Arrays.copyOfRange(utf8, offset, offset + length));
            places.setRelease(place, known);
        }
        return known.text;
    }
}

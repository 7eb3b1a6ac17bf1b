package dev.sendero.core.state;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts that are short as bytes. Only those that come out of the bytes exactly as they were count. */
final class CompactIds {

    private static final int UUID_LENGTH = 36;

    private CompactIds() {}

    /** Null for a text that is not a UUID in its usual form. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != UUID_LENGTH || text.charAt(8) != '-' || text.charAt(23) != '-') {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    /** Null for a text that is not an even number of lower-case hexadecimal digits. */
    static byte @Nullable [] bytesOfHex(String text) {
        if (text.isEmpty() || text.length() % 2 != 0) {
            return null;
        }
        for (int index = 0; index < text.length(); index++) {
            char digit = text.charAt(index);
            if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) {
                return null;
            }
        }
        return HexFormat.of().parseHex(text);
    }

    /** Milliseconds since 1970; empty for a text that is not a time as {@link Instant#toString} writes it. */
    static OptionalLong millis(String text) {
        if (text.length() < 20 || text.charAt(text.length() - 1) != 'Z' || text.charAt(10) != 'T') {
            return OptionalLong.empty();
        }
        try {
            long millis = Instant.parse(text).toEpochMilli();
            return Instant.ofEpochMilli(millis).toString().equals(text)
                    ? OptionalLong.of(millis)
                    : OptionalLong.empty();
        } catch (DateTimeParseException | ArithmeticException other) {
            return OptionalLong.empty();
        }
    }
}

package dev.sendero.api.json;

import java.math.BigDecimal;
import java.time.Instant;

/** What every store can hold. What it cannot would be tried again and again, and hold up all that comes after it. */
final class Storable {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LONGEST_ID = 200;

    /** Digits of an amount that is written without an exponent. */
    private static final int MOST_DIGITS = 100;

    private Storable() {}

    static void check(Instant time, String name) throws MalformedJson {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new MalformedJson(name + ": a time outside of the years 1 to 9999");
        }
    }

    /** PostgreSQL has no text with the character U+0000. */
    static void check(String id, String name) throws MalformedJson {
        if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedJson(name + ": not 1 to " + LONGEST_ID + " characters that can be written");
        }
    }

    static void check(BigDecimal amount, String name) throws MalformedJson {
        if (Math.max(amount.precision(), Math.abs((long) amount.scale())) > MOST_DIGITS) {
            throw new MalformedJson(name + ": more than " + MOST_DIGITS + " digits");
        }
    }
}

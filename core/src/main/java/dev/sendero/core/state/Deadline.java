package dev.sendero.core.state;

import java.time.Duration;
import java.time.Instant;

/** Deadlines as milliseconds since 1970, which do not overflow. */
public final class Deadline {

    /** Never. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Deadline() {}

    /** Milliseconds since 1970; times that these cannot say become the first or the last that they can. */
    public static long millisOf(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return time.isAfter(LATEST) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    /** @return {@link #NEVER} when the sum is beyond what a long holds */
    public static long after(long millis, Duration length) {
        if (length.toSeconds() >= (Long.MAX_VALUE - Math.max(millis, 0)) / 1_000 - 1) {
            return NEVER;
        }
        return millis + length.toMillis();
    }
}

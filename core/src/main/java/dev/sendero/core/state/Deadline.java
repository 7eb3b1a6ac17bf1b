package dev.sendero.core.state;

import java.time.Duration;

/** Deadlines as milliseconds since 1970, which do not overflow. */
public final class Deadline {

    /** Never. */
    public static final long NEVER = Long.MAX_VALUE;

    private Deadline() {}

    /** @return {@link #NEVER} when the sum is beyond what a long holds */
    public static long after(long millis, Duration length) {
        if (length.toSeconds() >= (Long.MAX_VALUE - Math.max(millis, 0)) / 1_000 - 1) {
            return NEVER;
        }
        return millis + length.toMillis();
    }
}

package dev.sendero.engine.event;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the job makes of the times of events, in milliseconds' precision.
 *
 * @param disorder how far events may be out of order: time is the newest event's less this; 0 or more
 * @param future how far an event's time may be ahead of its record's; one further ahead is taken to have happened when
 *     its record was appended
 * @param tooOld how far an event's time may be behind its record's; one further behind starts nothing
 */
public record TimeBounds(Duration disorder, Duration future, Duration tooOld) implements Serializable {

    public static final TimeBounds DEFAULT =
            new TimeBounds(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofDays(7));

    /** @throws IllegalArgumentException when a bound is negative */
    public TimeBounds {
        requireNotNegative("disorder", disorder);
        requireNotNegative("future", future);
        requireNotNegative("too old", tooOld);
    }

    private static void requireNotNegative(String name, Duration bound) {
        if (bound.isNegative()) {
            throw new IllegalArgumentException(name + ": " + bound + " (expected: PT0S or more)");
        }
    }
}

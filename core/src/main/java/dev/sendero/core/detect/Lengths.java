package dev.sendero.core.detect;

import dev.sendero.core.state.Deadline;
import dev.sendero.rules.journey.SequenceItem;
import java.time.Duration;

/** Lengths of time in milliseconds, {@link Deadline#NEVER} for those without a bound. Sums do not overflow. */
final class Lengths {

    private Lengths() {}

    static long of(Duration duration) {
        return duration.compareTo(SequenceItem.UNBOUNDED) >= 0 ? Deadline.NEVER : duration.toMillis();
    }

    static long after(long millis, long length) {
        long sum = millis + length;
        return length == Deadline.NEVER || (millis > 0 && sum < 0) ? Deadline.NEVER : sum;
    }

    /** @param until not before {@code from} */
    static long between(long from, long until) {
        long length = until - from;
        return length < 0 ? Deadline.NEVER : length;
    }
}

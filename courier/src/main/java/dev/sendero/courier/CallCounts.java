package dev.sendero.courier;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many calls of one channel ended how, since the start; one that a connector postponed is none. Safe for many threads. */
final class CallCounts {

    /** How a call ended. */
    enum End {
        ACCEPTED,
        RETRYABLE,
        PERMANENT,
        AMBIGUOUS
    }

    private final Map<End, LongAdder> calls = new EnumMap<>(End.class);
    private final LongAdder nanos = new LongAdder();

    CallCounts() {
        for (End end : End.values()) {
            calls.put(end, new LongAdder());
        }
    }

    void add(Outcome outcome, Duration took) {
        countOf(endOf(outcome)).increment();
        nanos.add(took.toNanos());
    }

    private static End endOf(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return End.ACCEPTED;
        }
        if (outcome instanceof Outcome.Retryable) {
            return End.RETRYABLE;
        }
        return outcome instanceof Outcome.Permanent || outcome instanceof Outcome.OptedOut
                ? End.PERMANENT
                : End.AMBIGUOUS;
    }

    long of(End end) {
        return countOf(end).sum();
    }

    private LongAdder countOf(End end) {
        return Objects.requireNonNull(calls.get(end));
    }

    long all() {
        long sum = 0;
        for (LongAdder count : calls.values()) {
            sum += count.sum();
        }
        return sum;
    }

    /** Of all calls together. */
    long nanos() {
        return nanos.sum();
    }
}

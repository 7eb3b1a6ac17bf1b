package dev.sendero.connectors.pace;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Calls in equal distances, for each sender or target by itself, in the order in which they come. Kept for one process:
 * where several send, each uses a share of what the provider allows. Safe for many threads.
 */
public final class Pace {

    /** So many that are idle are forgotten when another one comes. */
    private static final int MOST_KEPT = 10_000;

    private final double perSecond;
    private final Duration longestWait;
    private final LongSupplier nanos;

    private volatile long distanceNanos;

    /** When the next call of each may begin, by {@code nanos}. */
    private final Map<String, Long> free = new ConcurrentHashMap<>();

    /**
     * @param perSecond more than 0
     * @param longestWait who would wait longer does not wait
     * @param nanos a clock that never goes back
     */
    public Pace(double perSecond, Duration longestWait, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.distanceNanos = distanceAt(perSecond);
        this.longestWait = longestWait;
        this.nanos = nanos;
    }

    private static long distanceAt(double perSecond) {
        return Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** From the next call on. @param share of the rate that is this process's, more than 0, at most 1 */
    public void use(double share) {
        distanceNanos = distanceAt(perSecond * share);
    }

    /** Waits until it is the caller's turn; an outcome says that it is not, and the provider is not to be called now. */
    public Optional<Outcome> await(String who) {
        Duration wait = waitFor(who);
        if (wait.compareTo(longestWait) > 0) {
            return Optional.of(new Outcome.Postponed("more was to be sent than its rate allows", wait));
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome.Postponed("interrupted before it was its turn", Duration.ZERO));
        }
    }

    /** How long a call has to wait for its turn, which is taken unless the wait is too long. */
    Duration waitFor(String who) {
        long now = nanos.getAsLong();
        if (free.size() >= MOST_KEPT) {
            free.values().removeIf(begin -> begin - now <= 0);
        }
        var turn = new Turn();
        free.compute(who, (same, begin) -> {
            long mine = begin == null || begin - now < 0 ? now : begin;
            turn.waitNanos = mine - now;
            return turn.waitNanos > longestWait.toNanos() ? mine : mine + distanceNanos;
        });
        return Duration.ofNanos(turn.waitNanos);
    }

    private static final class Turn {
        private long waitNanos;
    }
}

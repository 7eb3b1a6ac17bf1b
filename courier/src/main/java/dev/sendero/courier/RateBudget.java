package dev.sendero.courier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many calls a channel may begin: it fills steadily and is never full of more than a moment's worth. */
final class RateBudget {

    /** What may begin at once after a rest. Longer than the rest between two rounds of claims, so that none is wasted. */
    private static final double MOMENT_SECONDS = 0.2;

    private final double perSecond;
    private final InstantSource wallClock;
    private double calls;
    private Instant filledAt;

    /** @param perSecond of all instances together; infinite for no limit */
    RateBudget(double perSecond, InstantSource wallClock) {
        this.perSecond = perSecond;
        this.wallClock = wallClock;
        this.calls = mostFor(1);
        this.filledAt = wallClock.instant();
    }

    static RateBudget unlimited(InstantSource wallClock) {
        return new RateBudget(Double.POSITIVE_INFINITY, wallClock);
    }

    /**
     * Takes calls out of the budget.
     *
     * @param share of the rate that is this instance's, 0 to 1
     * @return how many, at most what is wanted
     */
    synchronized int take(int wanted, double share) {
        if (Double.isInfinite(perSecond)) {
            return wanted;
        }
        fill(share);
        int taken = (int) Math.min(wanted, calls);
        calls -= taken;
        return taken;
    }

    /** For calls that were not made. */
    synchronized void giveBack(int unused) {
        calls += unused;
    }

    private void fill(double share) {
        Instant now = wallClock.instant();
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
        calls = Math.min(mostFor(share), calls + seconds * perSecond * share);
        filledAt = now;
    }

    private double mostFor(double share) {
        return Math.max(1, perSecond * share * MOMENT_SECONDS);
    }
}

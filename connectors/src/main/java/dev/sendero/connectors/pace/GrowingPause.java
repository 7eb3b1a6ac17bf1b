package dev.sendero.connectors.pace;

import java.time.Duration;
import java.time.Instant;

/** For how long somebody is left alone: twice as long each time, until it is known that all is well. Used by one thread at a time. */
public final class GrowingPause {

    /** So often it doubles at most. */
    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private int times;
    private Instant end = Instant.MIN;

    public GrowingPause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    public boolean isOn(Instant now) {
        return now.isBefore(end);
    }

    /** What is left of it, while it {@link #isOn}. */
    public Duration left(Instant now) {
        return Duration.between(now, end);
    }

    /** One that is on already stays as it is. */
    public void begin(Instant now) {
        if (isOn(now)) {
            return;
        }
        Duration pause = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        end = now.plus(pause.compareTo(longest) > 0 ? longest : pause);
        times++;
    }

    /** All is well: the next one is as short as the first. */
    public void forget() {
        times = 0;
    }

    /** Whether there has been one that is not forgotten. */
    public boolean isRemembered() {
        return times > 0;
    }
}

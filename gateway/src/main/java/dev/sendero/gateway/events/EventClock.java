package dev.sendero.gateway.events;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that only events move: its time is that of the newest event accepted so far. With it, a process replays what
 * happened long ago, deadlines included. Whoever replays sends one batch after the other.
 */
public final class EventClock implements InstantSource {

    private volatile Instant newest;

    /** @param start the time before any event */
    public EventClock(Instant start) {
        newest = start;
    }

    @Override
    public Instant instant() {
        return newest;
    }

    /** To be called after the log has acknowledged the events up to {@code time}; never moves the clock back. */
    public synchronized void advanceTo(Instant time) {
        if (time.isAfter(newest)) {
            newest = time;
        }
    }
}

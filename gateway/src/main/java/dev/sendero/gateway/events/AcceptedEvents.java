package dev.sendero.gateway.events;

import dev.sendero.api.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The way of accepted events into the log: it stamps them, and moves the clock when the clock is moved by events. */
public final class AcceptedEvents {

    private final EventLog log;
    private final InstantSource clock;

    public AcceptedEvents(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Durable when it returns; the clock moves only then. */
    public void append(List<Event> events) throws EventLogUnavailable {
        if (events.isEmpty()) {
            return;
        }
        if (clock instanceof EventClock eventClock) {
            // The record's time says when an event was received. In a replay that is its own time: were it that of the
            // events before it, every event after a quiet night would seem to come from the future.
            Instant newest = newest(events, eventClock.instant());
            log.append(events, newest);
            eventClock.advanceTo(newest);
        } else {
            log.append(events, clock.instant());
        }
    }

    private static Instant newest(List<Event> events, Instant before) {
        Instant newest = before;
        for (Event event : events) {
            if (event.timestamp().isAfter(newest)) {
                newest = event.timestamp();
            }
        }
        return newest;
    }
}

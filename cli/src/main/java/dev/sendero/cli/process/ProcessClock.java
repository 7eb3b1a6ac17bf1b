package dev.sendero.cli.process;

import dev.sendero.gateway.events.EventClock;
import java.time.Instant;
import java.time.InstantSource;

/** The one clock of a process, which heartbeats, time bounds, leases and quiet hours follow. */
public sealed interface ProcessClock {

    InstantSource source();

    /** The time of day. The broker stamps events with it. */
    record Real(InstantSource source) implements ProcessClock {}

    /** The time of the newest event: it moves only as events do. Whoever writes an event stamps it. */
    record OfEvents(EventClock source) implements ProcessClock {}

    static ProcessClock real() {
        return new Real(InstantSource.system());
    }

    /** @param start the time before any event */
    static ProcessClock ofEvents(Instant start) {
        return new OfEvents(new EventClock(start));
    }
}

package dev.sendero.gateway;

import dev.sendero.api.event.Event;
import dev.sendero.gateway.events.EventLog;
import dev.sendero.gateway.events.EventLogUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log of events in memory, which can be away. */
final class MemoryEventLog implements EventLog {

    private final List<Event> events = new ArrayList<>();
    private final List<Instant> beats = new ArrayList<>();
    private Instant lastReceivedAt = Instant.EPOCH;
    private boolean away;

    synchronized void startAnew() {
        events.clear();
        away = false;
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<Instant> beats() {
        return List.copyOf(beats);
    }

    synchronized Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    @Override
    public synchronized void append(List<Event> batch, Instant receivedAt) throws EventLogUnavailable {
        if (away) {
            throw new EventLogUnavailable("away", new IOException("no broker"));
        }
        events.addAll(batch);
        lastReceivedAt = receivedAt;
    }

    @Override
    public synchronized void beat(Instant at) {
        beats.add(at);
    }

    @Override
    public synchronized boolean isReachable() {
        return !away;
    }

    @Override
    public void close() {}
}

package dev.sendero.gateway.events;

import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.List;

/** The log that the engine reads. Safe for many threads. */
public interface EventLog extends AutoCloseable {

    /**
     * Durable when it returns. When it fails, some of the events may be in the log.
     *
     * @param receivedAt the time of the records; a log that stamps records itself replaces it
     * @throws EventLogUnavailable when the log does not take the events within its time limit
     */
    void append(List<Event> events, Instant receivedAt) throws EventLogUnavailable;

    /** Writes a heartbeat into every partition, without waiting for it to be durable: the next one makes up for a loss. */
    void beat(Instant at);

    /** Whether the log can be reached now. */
    boolean isReachable();

    @Override
    void close();
}

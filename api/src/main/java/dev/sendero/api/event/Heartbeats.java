package dev.sendero.api.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import java.time.Instant;
import java.util.Map;

/**
 * Says that time has passed while nobody did anything. Whoever writes events writes one of these into every partition
 * of their topic now and then; repeats are harmless. Its time is that of the record, not of the writer.
 */
public final class Heartbeats {

    private static final EventId ID = new EventId("heartbeat");
    private static final CustomerId NOBODY = new CustomerId("heartbeat");
    private static final String NAME = "Heartbeat";

    private Heartbeats() {}

    /** @param recordTimestamp when the record is appended, or was, where it is read */
    public static Event at(Instant recordTimestamp) {
        return new Event(ID, EventType.HEARTBEAT, NAME, NOBODY, recordTimestamp, Map.of(), Map.of());
    }
}

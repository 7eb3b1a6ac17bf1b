package dev.sendero.engine.event;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.Admission;
import dev.sendero.engine.binary.BinaryType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** An event with a believable time, and what it may do. */
public record ReceivedEvent(Event event, Admission admission) {

    public static final TypeInformation<ReceivedEvent> TYPE =
            new BinaryType<>(ReceivedEvent.class, ReceivedEventSerializer.INSTANCE);

    /** The customer's id, by which the stream is partitioned. */
    public String key() {
        return event.customer().value();
    }

    public long timestampMillis() {
        return event.timestamp().toEpochMilli();
    }

    /** Whether somebody did something; a heartbeat only says that time has passed. */
    public boolean concernsCustomer() {
        return event.type() != EventType.HEARTBEAT;
    }
}

package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.Admission;
import dev.sendero.engine.binary.BinaryType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** An event with a believable time, what it may do, and what it says about devices and users. */
public record ReceivedEvent(Event event, Admission admission, Linkage linkage) {

    public static final TypeInformation<ReceivedEvent> TYPE =
            new BinaryType<>(ReceivedEvent.class, ReceivedEventSerializer.INSTANCE);

    /** As it is received: nobody has looked yet whose device it comes from. */
    public ReceivedEvent(Event event, Admission admission) {
        this(event, admission, Linkage.NONE);
    }

    public ReceivedEvent with(Linkage found) {
        return new ReceivedEvent(event, admission, found);
    }

    /** The same event of somebody else. */
    public ReceivedEvent of(String customer) {
        return customer.equals(key())
                ? this
                : new ReceivedEvent(event.of(new CustomerId(customer)), admission, linkage);
    }

    /** Whether it comes from a device that somebody may log in on. */
    public boolean hasAnonymousId() {
        return !event.anonymousId().isEmpty();
    }

    public String anonymousId() {
        return event.anonymousId();
    }

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

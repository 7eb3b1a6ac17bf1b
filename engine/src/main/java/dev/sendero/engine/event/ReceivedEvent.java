package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.core.state.Position;
import dev.sendero.engine.binary.BinaryType;
import dev.sendero.rules.usage.Fields;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * An event with a believable time, what it may do, and what it says about devices and users. Its properties and traits
 * are JSON until it is applied.
 */
public record ReceivedEvent(RawEvent raw, Admission admission, Linkage linkage) {

    public static final TypeInformation<ReceivedEvent> TYPE =
            new BinaryType<>(ReceivedEvent.class, ReceivedEventSerializer.INSTANCE);

    /** That of {@link Event#ORDER}. */
    public static final Comparator<ReceivedEvent> ORDER = Comparator.comparingLong(ReceivedEvent::timestampMillis)
            .thenComparing(received -> received.raw().id());

    /** As it is received: nobody has looked yet whose device it comes from. */
    public ReceivedEvent(RawEvent raw, Admission admission) {
        this(raw, admission, Linkage.NONE);
    }

    /** As it is received, and already parsed. */
    public ReceivedEvent(Event event, Admission admission) {
        this(RawEvent.of(event), admission);
    }

    public ReceivedEvent with(Linkage found) {
        return new ReceivedEvent(raw, admission, found);
    }

    /** The same event of somebody else. */
    public ReceivedEvent of(String customer) {
        return customer.equals(key()) ? this : new ReceivedEvent(raw.of(new CustomerId(customer)), admission, linkage);
    }

    /** Whether it comes from a device that somebody may log in on. */
    public boolean hasAnonymousId() {
        return !raw.anonymousId().isEmpty();
    }

    public String anonymousId() {
        return raw.anonymousId();
    }

    /** The customer's id, by which the stream is partitioned. */
    public String key() {
        return raw.customer().value();
    }

    public String name() {
        return raw.name();
    }

    public long timestampMillis() {
        return raw.timestamp().toEpochMilli();
    }

    public Position position() {
        return new Position(timestampMillis(), raw.id().value());
    }

    /** Whether somebody did something; a heartbeat only says that time has passed. */
    public boolean concernsCustomer() {
        return raw.type() != EventType.HEARTBEAT;
    }

    /** Parses all of it. */
    public Event event() {
        return raw.parse();
    }

    /** Parses its traits and some of its properties. */
    public Event event(Fields properties) {
        return properties.all() ? raw.parse() : raw.parse(properties.names());
    }
}

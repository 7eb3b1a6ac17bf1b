package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.core.state.Position;
import dev.sendero.engine.binary.BinaryType;
import dev.sendero.rules.usage.Fields;
import java.util.Comparator;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * An event with a believable time, what it may do, and what it says about devices and users. Its properties and traits
 * are JSON until it is applied. Immutable.
 */
public abstract sealed class ReceivedEvent permits ReadEvent, WrittenEvent {

    public static final TypeInformation<ReceivedEvent> TYPE =
            new BinaryType<>(ReceivedEvent.class, ReceivedEventSerializer.INSTANCE);

    /** That of {@link Event#ORDER}. */
    public static final Comparator<ReceivedEvent> ORDER =
            Comparator.comparingLong(ReceivedEvent::timestampMillis).thenComparing(ReceivedEvent::id);

    private final String key;
    private final String name;
    private final long timestampMillis;

    ReceivedEvent(String key, String name, long timestampMillis) {
        this.key = key;
        this.name = name;
        this.timestampMillis = timestampMillis;
    }

    /** As it is received: nobody has looked yet whose device it comes from. */
    public static ReceivedEvent of(RawEvent raw, Admission admission) {
        return new ReadEvent(raw, admission, Linkage.NONE);
    }

    /** As it is received, and already parsed. */
    public static ReceivedEvent of(Event event, Admission admission) {
        return of(RawEvent.of(event), admission);
    }

    public final ReceivedEvent with(Linkage found) {
        return new ReadEvent(raw(), admission(), found);
    }

    /** The same event of somebody else. */
    public final ReceivedEvent of(String customer) {
        return customer.equals(key) ? this : new ReadEvent(raw().of(new CustomerId(customer)), admission(), linkage());
    }

    /** The same event, which a device of this id sent. */
    public final ReceivedEvent from(String device) {
        return new ReadEvent(raw().from(device), admission(), linkage());
    }

    /** The customer's id, by which the stream is partitioned. */
    public final String key() {
        return key;
    }

    public final String name() {
        return name;
    }

    public final long timestampMillis() {
        return timestampMillis;
    }

    public abstract EventId id();

    public abstract EventType type();

    /** Of the device or browser; empty when the sender gave none. */
    public abstract String anonymousId();

    public abstract Admission admission();

    public abstract Linkage linkage();

    /** Whether it says nothing of its customer, neither by traits nor by a linkage. */
    public abstract boolean isOnlyAnEvent();

    /** To be asked for once: it may have to be read anew each time. */
    public abstract RawEvent raw();

    /** Whether it comes from a device that somebody may log in on. */
    public final boolean hasAnonymousId() {
        return !anonymousId().isEmpty();
    }

    public final Position position() {
        return new Position(timestampMillis, id().value());
    }

    /** Whether somebody did something; a heartbeat only says that time has passed. */
    public final boolean concernsCustomer() {
        return type() != EventType.HEARTBEAT;
    }

    /** Whether its customer is to be forgotten. */
    public final boolean isErasure() {
        return type() == EventType.ERASE;
    }

    /** Parses all of it. */
    public final Event event() {
        return raw().parse();
    }

    /** Parses its traits and some of its properties. */
    public final Event event(Fields properties) {
        return properties.all() ? event() : raw().parse(properties.names());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ReceivedEvent that
                && raw().equals(that.raw())
                && admission() == that.admission()
                && linkage().equals(that.linkage());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(raw(), admission(), linkage());
    }

    /** Says nothing of its content, which is personal. */
    @Override
    public final String toString() {
        return "event of " + timestampMillis;
    }
}

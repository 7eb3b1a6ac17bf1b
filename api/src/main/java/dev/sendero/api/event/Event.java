package dev.sendero.api.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * Something a customer did.
 *
 * @param name what journeys call it: the {@code event} of a track call, {@link #PAGE_VIEWED} and
 *     {@link #SCREEN_VIEWED} for page and screen calls, {@link #IDENTIFIED} for identify calls
 * @param customer its user or, while nobody had logged in, its anonymous id
 * @param anonymousId of the device or browser; empty when the sender gave none
 * @param timestamp when it happened, in milliseconds' precision
 * @param properties JSON values: String, Boolean, Long, Double, List, Map; never null
 * @param traits what the event says of the customer, such as the traits of an identify call; JSON values likewise
 */
public record Event(
        EventId id,
        EventType type,
        String name,
        CustomerId customer,
        String anonymousId,
        Instant timestamp,
        Map<String, Object> properties,
        Map<String, Object> traits) {

    public static final String PAGE_VIEWED = "Page Viewed";
    public static final String SCREEN_VIEWED = "Screen Viewed";
    public static final String IDENTIFIED = "Identified";

    /** The order in which the events of one customer are applied: by time, then by id. */
    public static final Comparator<Event> ORDER =
            Comparator.comparing(Event::timestamp).thenComparing(Event::id);

    /** Without an anonymous id. */
    public Event(
            EventId id,
            EventType type,
            String name,
            CustomerId customer,
            Instant timestamp,
            Map<String, Object> properties,
            Map<String, Object> traits) {
        this(id, type, name, customer, "", timestamp, properties, traits);
    }

    public static Event track(
            EventId id, String name, CustomerId customer, Instant timestamp, Map<String, Object> properties) {
        return new Event(id, EventType.TRACK, name, customer, timestamp, properties, Map.of());
    }

    public static Event identify(EventId id, CustomerId customer, Instant timestamp, Map<String, Object> traits) {
        return new Event(id, EventType.IDENTIFY, IDENTIFIED, customer, timestamp, Map.of(), traits);
    }

    /** Whether nobody had logged in: the customer is the anonymous id. */
    public boolean isAnonymous() {
        return customer.value().equals(anonymousId);
    }

    public Event at(Instant newTimestamp) {
        return new Event(id, type, name, customer, anonymousId, newTimestamp, properties, traits);
    }

    /** The same event of somebody else. */
    public Event of(CustomerId other) {
        return new Event(id, type, name, other, anonymousId, timestamp, properties, traits);
    }

    /** The same event, which a device of this id sent. */
    public Event from(String device) {
        return new Event(id, type, name, customer, device, timestamp, properties, traits);
    }
}

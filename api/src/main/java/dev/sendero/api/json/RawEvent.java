package dev.sendero.api.json;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An event of which only is read whose it is, what and when; its properties and traits are JSON still.
 *
 * @param title the {@code name} of the JSON, which is the property of that name where there is no other; empty without one
 * @see Event
 */
public record RawEvent(
        EventId id,
        EventType type,
        String name,
        CustomerId customer,
        String anonymousId,
        Instant timestamp,
        String title,
        JsonObject properties,
        JsonObject traits) {

    private static final String TITLE = "name";

    public static RawEvent of(Event event) {
        return new RawEvent(
                event.id(),
                event.type(),
                event.name(),
                event.customer(),
                event.anonymousId(),
                event.timestamp(),
                "",
                JsonObject.of(event.properties()),
                JsonObject.of(event.traits()));
    }

    /** With all properties and traits. */
    public Event parse() {
        return parsed(titled(properties.read()));
    }

    /** With all traits and those properties that are named. */
    public Event parse(Set<String> names) {
        Map<String, Object> some = properties.read(names);
        return parsed(names.contains(TITLE) ? titled(some) : some);
    }

    private Map<String, Object> titled(Map<String, Object> read) {
        if (title.isEmpty() || read.containsKey(TITLE)) {
            return read;
        }
        var titled = new LinkedHashMap<>(read);
        titled.put(TITLE, title);
        return titled;
    }

    private Event parsed(Map<String, Object> read) {
        return new Event(id, type, name, customer, anonymousId, timestamp, read, traits.read());
    }

    public RawEvent at(Instant newTimestamp) {
        return new RawEvent(id, type, name, customer, anonymousId, newTimestamp, title, properties, traits);
    }

    /** The same event, which a device of this id sent. */
    public RawEvent from(String device) {
        return new RawEvent(id, type, name, customer, device, timestamp, title, properties, traits);
    }

    /** The same event of somebody else. */
    public RawEvent of(CustomerId other) {
        return new RawEvent(id, type, name, other, anonymousId, timestamp, title, properties, traits);
    }
}

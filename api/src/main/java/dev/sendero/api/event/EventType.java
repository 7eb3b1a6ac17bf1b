package dev.sendero.api.event;

import java.util.Locale;
import java.util.Optional;

/** The kinds of call that Segment's SDKs make and that say something of a customer, and what Sendero's services say. */
public enum EventType {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    /** Nobody did anything; time has passed. Written by Sendero's own services into every partition. */
    HEARTBEAT,
    /** All that is known of the customer is to be forgotten. Written by Sendero's own services; see {@link ErasureEvents}. */
    ERASE;

    /** Whether senders may send it; the others are written by Sendero's own services. */
    public boolean isOfSenders() {
        return this != HEARTBEAT && this != ERASE;
    }

    /** As in the {@code type} of the JSON: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EventType> ofWireName(String wireName) {
        for (EventType type : values()) {
            if (type.wireName().equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

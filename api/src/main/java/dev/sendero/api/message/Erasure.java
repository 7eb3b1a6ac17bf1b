package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import java.time.Instant;
import java.util.Locale;

/**
 * Nothing is known of a customer any more where decisions are made, and nothing is to be kept elsewhere.
 *
 * @param at up to when it has been forgotten what was known; event time
 * @param request the id of the event that asked for it
 */
public record Erasure(CustomerId customer, Instant at, EventId request, Why why) implements Outbound {

    /** How somebody comes to be erased. */
    public enum Why {
        /** It was asked for by this id. */
        ASKED,
        /** The id is a device's, on which a user had logged in who is erased. */
        DEVICE,
        /** The id is a user's, who had logged in on a device that is erased; the user's other devices are not known. */
        USER;

        /** As in JSON: lower case. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is no such reason */
        @JsonCreator
        public static Why ofWireName(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}

package dev.sendero.core.made;

import dev.sendero.api.event.Event;

/** Something that concerns an item. */
public sealed interface ItemInput {

    /** Which item of which event about items, and how long and how many are kept of it. */
    Item item();

    /** Milliseconds since 1970. */
    long millis();

    /** A customer shows interest. */
    record Shown(Item item, String customer, long millis) implements ItemInput {}

    /** A device has become a user's: what it was interested in, the user is from now on. */
    record Gone(Item item, String customer, long millis) implements ItemInput {}

    /** An event about the item, which is to reach those who are interested. */
    record Announced(Item item, Event event) implements ItemInput {
        @Override
        public long millis() {
            return event.timestamp().toEpochMilli();
        }
    }
}

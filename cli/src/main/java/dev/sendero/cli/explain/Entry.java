package dev.sendero.cli.explain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One input of the customer's way, and what it brought about.
 *
 * @param event the event's name, also of the one by which somebody logs in; empty for what is none
 * @param id the event's id; likewise
 * @param properties the event's; empty likewise
 */
record Entry(Instant at, What what, String event, String id, Map<String, Object> properties, List<Note> notes) {

    /** What an input is. */
    enum What {
        EVENT,
        /** A time for which something had been waiting. */
        TIME,
        /** An event by which the customer logs in on a device, and takes over what that did. */
        LOGIN,
        /** The customer was a device, on which somebody logged in. */
        DEPARTURE,
        /** Something was decided; by what, the teller does not know. */
        DECISION,
        /** The state of a message changed. */
        DELIVERY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

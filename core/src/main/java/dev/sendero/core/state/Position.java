package dev.sendero.core.state;

import dev.sendero.api.event.Event;

/**
 * A place in the order of one customer's events and deadlines.
 *
 * @param millis event time, milliseconds since 1970
 * @param event the id of the event; {@link #AFTER_EVENTS} when the place is after all events of that millisecond
 */
public record Position(long millis, String event) implements Comparable<Position> {

    /** Stands where a deadline has been fired; no event has a blank id. */
    public static final String AFTER_EVENTS = "";

    /** Before everything. */
    public static final Position START = new Position(Long.MIN_VALUE, AFTER_EVENTS);

    public static Position of(Event event) {
        return new Position(Deadline.millisOf(event.timestamp()), event.id().value());
    }

    public static Position ofDeadline(long millis) {
        return new Position(millis, AFTER_EVENTS);
    }

    @Override
    public int compareTo(Position other) {
        return compare(millis, event, other.millis, other.event);
    }

    static int compare(long millis, String event, long otherMillis, String otherEvent) {
        if (millis != otherMillis) {
            return Long.compare(millis, otherMillis);
        }
        if (event.isEmpty() || otherEvent.isEmpty()) {
            return Boolean.compare(event.isEmpty(), otherEvent.isEmpty());
        }
        return event.compareTo(otherEvent);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }
}

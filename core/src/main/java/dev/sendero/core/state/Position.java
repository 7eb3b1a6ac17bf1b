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
        if (millis != other.millis) {
            return Long.compare(millis, other.millis);
        }
        if (event.isEmpty() || other.event.isEmpty()) {
            return Boolean.compare(event.isEmpty(), other.event.isEmpty());
        }
        return event.compareTo(other.event);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }
}

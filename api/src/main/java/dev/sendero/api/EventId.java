package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The identity of an event as its sender gave it: Segment's {@code messageId}. Breaks ties between events of one instant. */
public record EventId(@JsonValue String value) implements Comparable<EventId> {

    /** @throws IllegalArgumentException when the value is blank */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("event id: '' (expected: a value that is not blank)");
        }
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

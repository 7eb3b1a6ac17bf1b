package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a journey, which is also the name of its file without the extension. */
public record JourneyId(@JsonValue String value) implements Comparable<JourneyId> {

    /** @throws IllegalArgumentException when the value is blank */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JourneyId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("journey id: '' (expected: a value that is not blank)");
        }
    }

    @Override
    public int compareTo(JourneyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

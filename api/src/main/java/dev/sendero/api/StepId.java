package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of one step inside a journey, unique there. */
public record StepId(@JsonValue String value) implements Comparable<StepId> {

    /** @throws IllegalArgumentException when the value is blank */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("step id: '' (expected: a value that is not blank)");
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who did something: the {@code userId} of an event or, before anybody logged in, its {@code anonymousId}. */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {

    /** @throws IllegalArgumentException when the value is blank */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("customer id: '' (expected: a value that is not blank)");
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The hash of a message's content; see {@link Content#id()}. */
public record ContentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentId {}

    @Override
    public String toString() {
        return value;
    }
}

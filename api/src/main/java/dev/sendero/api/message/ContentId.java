package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The hash of a message's content; see {@link Content#id()}. */
public record ContentId(@JsonValue String value) {

    /** What tells contents from journeys among the keys of the topic {@code journeys}. */
    public static final String TOPIC_KEY_PREFIX = "content:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentId {}

    /** Under which the content lies in the topic {@code journeys}. */
    public String topicKey() {
        return TOPIC_KEY_PREFIX + value;
    }

    @Override
    public String toString() {
        return value;
    }
}

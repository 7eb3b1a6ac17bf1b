package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sendero.api.CustomerId;

/** One record of the topic {@code messages}, keyed by its customer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.class, name = "message"),
    @JsonSubTypes.Type(value = Cancellation.class, name = "cancellation"),
    @JsonSubTypes.Type(value = Erasure.class, name = "erasure")
})
public sealed interface Outbound permits Message, Cancellation, Erasure {
    CustomerId customer();
}

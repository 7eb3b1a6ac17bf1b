package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sendero.api.CustomerId;
import dev.sendero.api.Hash;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;

/** The identity of one intended send; equal for every replay of the decision. */
public record MessageId(@JsonValue String value) implements Comparable<MessageId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {}

    /**
     * SHA-256 of what makes a send the same send. The journey's version is no part of it, so a run that is moved to
     * another version cannot send a step twice.
     *
     * @param occurrence how often this run had reached this step before, from 0
     */
    public static MessageId of(JourneyId journey, CustomerId customer, RunId run, StepId step, int occurrence) {
        return new MessageId(Hash.of(
                64,
                "message",
                journey.value(),
                customer.value(),
                run.value(),
                step.value(),
                Integer.toString(occurrence)));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One customer's pass through one journey. A fact that says why nobody entered names the run that would have begun.
 * Empty ({@link #NONE}) in facts about no run.
 */
public record RunId(@JsonValue String value) {

    /** No run. */
    public static final RunId NONE = new RunId("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {}

    /**
     * The run that a situation starts. It depends on what happened only, never on a clock, a random number or a
     * journey's version, so a replay makes the same run again. The first event is part of it because two situations
     * of one customer may be completed by one and the same event.
     *
     * @param key what the journey's {@code per} found, empty without it
     * @param first the first event of the situation
     * @param last the last event of the situation: the one that completed it or after which nothing happened
     */
    public static RunId of(JourneyId journey, CustomerId customer, String key, EventId first, EventId last) {
        return new RunId(Hash.of(24, "run", journey.value(), customer.value(), key, first.value(), last.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.sendero.rules.journey;

import dev.sendero.api.StepId;
import dev.sendero.rules.expression.Condition;

/** What an arm of {@code wait_until} waits for. From when on it counts is said by {@link Since}. */
public sealed interface WaitFor {

    /** @param as the name under which the event is captured; empty when the file gives none */
    record OfEvent(EventMatch match, String as) implements WaitFor {}

    /** The customer opens this run's message of a step. */
    record Opened(StepId step) implements WaitFor {}

    /** The customer clicks in this run's message of a step. */
    record Clicked(StepId step) implements WaitFor {}

    /** Looked at when the wait begins and after every event of the customer from then on. */
    record Holds(Condition when) implements WaitFor {}
}

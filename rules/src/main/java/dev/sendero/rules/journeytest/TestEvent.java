package dev.sendero.rules.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.problem.Place;
import java.util.Map;

/** Something that the customer of a test does. */
public sealed interface TestEvent {

    Place place();

    TestTime at();

    /** Whether nobody has logged in yet, as far as the customer's device knows: {@code anonymous: true}. */
    default boolean anonymous() {
        return false;
    }

    /** {@code event: NAME} or, for a call that starts journeys, {@code api: NAME}; with {@code properties}. Values are JSON values. */
    record Happens(Place place, TestTime at, String event, Map<String, Object> properties, boolean anonymous)
            implements TestEvent {}

    /** {@code identify: {trait: value}}. Values are JSON values. */
    record Identifies(Place place, TestTime at, Map<String, Object> traits, boolean anonymous) implements TestEvent {}

    /** {@code opened: STEP} or {@code clicked: STEP}: the customer does this with the run's message of a step. */
    record Receives(Place place, TestTime at, ReceiptEvents.Kind kind, StepId step) implements TestEvent {}
}

package dev.sendero.rules.journey;

import dev.sendero.api.StepId;

/** From when on what an arm of {@code wait_until} waits for counts: {@code since}. */
public sealed interface Since {

    /** From the beginning of the wait. */
    Since WAIT = new OfWait();

    /** From the beginning of the wait, at which a condition is looked at too. */
    record OfWait() implements Since {}

    /** From the run's entry; the event by which it entered does not count. */
    record OfEntry() implements Since {}

    /** From the moment at which the run came to a step before the wait; from the wait if it never came there. */
    record OfStep(StepId step) implements Since {}
}

package dev.sendero.core.trait;

import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import java.time.Duration;

/**
 * How far back a trait reaches. An event counts for exactly so long: at its time it does, and that long after it, it
 * does not any more.
 *
 * @param millis {@link Deadline#NEVER} for as far as it goes
 */
record Window(long millis) {

    static Window of(Duration over) {
        return new Window(over.equals(TraitRule.ALWAYS) ? Deadline.NEVER : over.toMillis());
    }

    boolean isBounded() {
        return millis != Deadline.NEVER;
    }

    /** When an event of a time stops to count; {@link Deadline#NEVER} for never. */
    long end(long at) {
        return isBounded() && at < Deadline.NEVER - millis ? at + millis : Deadline.NEVER;
    }

    boolean has(Slot slot, long now) {
        return now < end(slot.at());
    }
}

package dev.sendero.core.reference;

import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.InheritedPartial;
import java.util.List;
import java.util.function.Consumer;

/** What the plain detectors have in common: each is for one journey version, and shares nothing with others. */
interface TriggerDetector {

    /** Names of the events that it has to see. */
    List<String> eventNames();

    /** Whether it has to see every event but heartbeats and receipts, whatever their names. */
    boolean seesAllEvents();

    /**
     * Applies an event: cancels and advances what has begun, oldest first, then begins anew.
     *
     * @param partials the customer's, in the order in which they began, changed in place
     * @param mayStart whether a new situation may begin or be complete at once
     * @param found told of every situation that is complete
     */
    void apply(List<InheritedPartial> partials, Moment moment, boolean mayStart, Consumer<Situation> found);

    /** Applies an event that others have overtaken: cancels by true time, starts and advances nothing. */
    void applyLate(List<InheritedPartial> partials, Moment moment);

    /**
     * Applies the deadline of one partial situation.
     *
     * @param index of the partial among {@code partials}
     */
    void fire(List<InheritedPartial> partials, int index, Moment moment, Consumer<Situation> found);
}

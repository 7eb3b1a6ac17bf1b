package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Hosted;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Recognises the situations of one journey version on machinery of its own, where the built-in one does not know the
 * trigger. A function of its state and the moment: what it has to remember is in the state that it returns. To be
 * asked by one thread at a time, for one customer after another.
 */
public interface Detector {

    /** Names of the events that it has to see. */
    Set<String> eventNames();

    /** Whether it has to see every event but heartbeats and receipts, whatever their names. */
    boolean seesAllEvents();

    /**
     * Applies an event that follows all those before. Deadlines before it have been fired.
     *
     * @param state what it remembers of the customer; {@link Hosted#isEmpty empty} when that is nothing
     * @param mayStart whether a new situation may begin
     * @param found told of every situation that is complete, the one that began first before others
     * @return what to remember from now on
     */
    Hosted apply(Hosted state, Moment moment, boolean mayStart, Consumer<Situation> found);

    /** Applies an event that others have overtaken: cancels by true time, starts and advances nothing. */
    Hosted applyLate(Hosted state, Moment moment);

    /**
     * Its deadline has come: {@link Moment#millis} is {@link Hosted#deadline}, and all events up to and including that
     * instant have been applied. The new deadline is later.
     */
    Hosted fire(Hosted state, Moment moment, Consumer<Situation> found);
}

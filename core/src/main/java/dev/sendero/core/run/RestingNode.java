package dev.sendero.core.run;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;

/** A step at which a run waits, for something to happen or for a time. */
interface RestingNode extends Node {

    /** Goes on: the run's deadline has come. Returns what {@link #take} returns. */
    int resume(Walk walk);

    /** Whether the profile says how long a run waits here, so that it may change meanwhile. */
    default boolean follows(Services services) {
        return false;
    }

    /**
     * When a run that waits here is due by what is known now, where this {@link #follows}: not before now, and now where
     * there is nothing to wait for any more. Milliseconds since 1970.
     */
    default long dueFrom(long now, Services services, Moment moment, Run run) {
        return run.deadline();
    }
}

package dev.sendero.core;

import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * Decides: a function of a customer's state, an input and the journeys. No clock, no random number, no I/O. The state
 * is changed in place, the effects are returned in the order in which they came about.
 */
public final class Decider {

    public Decider(JourneySet journeys, Allocation allocation) {}

    /**
     * Fires the deadlines before the event and applies the event. An event that does not follow the last one applied,
     * in {@link Event#ORDER}, is late: it updates the profile and cancels what can still be cancelled, and starts
     * nothing.
     */
    public List<Effect> apply(CustomerState state, Event event, Admission admission) {
        return List.of();
    }

    /** Fires the deadlines up to and including a time. */
    public List<Effect> advance(CustomerState state, Instant time) {
        return List.of();
    }

    /** Brings a customer in line with a changed set of journeys: runs of ended journeys leave. */
    public List<Effect> reconcile(CustomerState state, Instant time) {
        return List.of();
    }

    /** When {@link #advance} has something to do next; {@link Instant#MAX} for never. Paused journeys' deadlines wait. */
    public Instant nextDeadline(CustomerState state) {
        return Instant.MAX;
    }
}

package dev.sendero.engine.operator;

import dev.sendero.api.JourneyId;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Reconciled;
import dev.sendero.engine.journey.JourneyTransition;
import java.time.Instant;
import java.util.Set;

/**
 * A change of journeys with which everybody inside has to be reconciled.
 *
 * @param time in milliseconds of event time
 * @param migrating the journeys whose newest version takes over the people inside
 */
record RunChange(long time, Set<JourneyId> migrating) {

    static RunChange of(JourneyTransition transition) {
        return new RunChange(transition.time(), transition.migrating());
    }

    Reconciled reconcile(CustomerState state, Decider decider) {
        return decider.reconcile(state, Instant.ofEpochMilli(time), migrating);
    }
}

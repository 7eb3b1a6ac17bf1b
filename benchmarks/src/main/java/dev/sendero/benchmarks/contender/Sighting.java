package dev.sendero.benchmarks.contender;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;

/**
 * A situation that a contender has found, so that it is equal for all.
 *
 * @param run the run that it begins: journey, customer, key, first and last event in one
 * @param at when it was complete, milliseconds since 1970
 */
public record Sighting(JourneyId journey, String customer, RunId run, long at) {

    public static Sighting of(
            JourneyId journey, CustomerId customer, String key, EventId first, EventId last, long at) {
        return new Sighting(journey, customer.value(), RunId.of(journey, customer, key, first, last), at);
    }

    /** One line, for files that are compared. */
    String line() {
        return journey + " " + customer + " " + run + " " + at;
    }
}

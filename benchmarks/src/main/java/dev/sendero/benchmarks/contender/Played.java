package dev.sendero.benchmarks.contender;

import java.util.List;

/**
 * What came of a run.
 *
 * @param events how many were decided about while the clock ran
 * @param nanos for how long it ran
 */
public record Played(long events, long nanos, List<Sighting> sightings) {

    public double eventsPerSecond() {
        return events * 1e9 / nanos;
    }
}

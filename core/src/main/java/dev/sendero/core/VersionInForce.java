package dev.sendero.core;

import dev.sendero.rules.journey.Journey;
import java.time.Instant;

/**
 * A version of a journey, and when situations may begin it, in event time: from the first instant on and before the
 * second. A situation that has begun goes on as long as its version is among those in force, whatever the time. A
 * version may be given several times, with intervals that have nothing in common. The version that is open longest,
 * or the one that opens last of several, is the journey's newest: its state, priority and re-entry are the journey's.
 *
 * @param from {@link Instant#MIN} for always
 * @param until {@link Instant#MAX} for as long as nothing else is published
 */
public record VersionInForce(Journey journey, Instant from, Instant until) {

    public static VersionInForce always(Journey journey) {
        return new VersionInForce(journey, Instant.MIN, Instant.MAX);
    }
}

package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.journey.Journey;

/**
 * A live journey's version, whose situations are looked for.
 *
 * @param rank in the order in which journeys decide
 */
public record WatchedVersion(JourneyVersion name, Journey journey, int rank, Openings openings) {}

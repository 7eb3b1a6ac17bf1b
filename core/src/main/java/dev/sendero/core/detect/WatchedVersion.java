package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.usage.JourneyUsage;

/**
 * A live journey's version, whose situations are looked for.
 *
 * @param rank in the order in which journeys decide
 * @param usage what has to be kept of the events that are captured
 */
public record WatchedVersion(JourneyVersion name, Journey journey, int rank, JourneyUsage usage, Openings openings) {}

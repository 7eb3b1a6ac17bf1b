package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;

/**
 * A detector at work for a journey version.
 *
 * @param rank in the order in which journeys decide
 */
record Watch(JourneyVersion journey, int rank, TriggerDetector detector, Openings openings) {}

package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;

/**
 * A detector at work for a journey version.
 *
 * @param mayStart whether new situations may begin: only of the newest version of a live journey
 */
public record Watch(JourneyVersion journey, Detector detector, boolean mayStart) {}

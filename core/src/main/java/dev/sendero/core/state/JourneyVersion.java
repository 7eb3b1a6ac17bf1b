package dev.sendero.core.state;

import dev.sendero.api.JourneyId;

/** One version of a journey, as partial situations and runs name it. */
public record JourneyVersion(JourneyId journey, String version) {}

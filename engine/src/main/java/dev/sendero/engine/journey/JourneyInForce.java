package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import java.util.List;

/** A version that has taken effect, as a snapshot keeps it: compiled anew when it is restored. */
public record JourneyInForce(JourneyPublication publication, List<Opening> openings) {}

package dev.sendero.gateway.query;

import java.time.Instant;
import java.util.List;

/**
 * All journeys of the project.
 *
 * @param now by the process's clock
 * @param edition changes when the project or its problems do
 */
public record JourneysView(
        Instant now,
        long edition,
        String project,
        String currency,
        List<ProblemView> problems,
        List<JourneyView> journeys) {}

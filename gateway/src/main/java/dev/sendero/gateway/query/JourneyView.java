package dev.sendero.gateway.query;

import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Node;
import java.util.List;

/**
 * A journey as the console shows it.
 *
 * @param state lower case: draft, live, paused or ended
 * @param holdoutPercent 0 to 100, in hundredths at most
 * @param goal the event that counts as success; empty without a conversion goal
 */
public record JourneyView(
        String id,
        String title,
        String stage,
        String state,
        String version,
        double holdoutPercent,
        String goal,
        List<Node> nodes,
        List<Edge> edges,
        JourneyNumbers numbers) {}

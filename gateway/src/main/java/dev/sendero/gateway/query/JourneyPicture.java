package dev.sendero.gateway.query;

import dev.sendero.rules.journey.Journey;
import dev.sendero.store.journal.FactCount;
import java.util.List;

/** A journey as a graph, and the numbers of those who went through it. */
public record JourneyPicture(JourneyGraph graph, JourneyNumbers numbers) {

    /** @param facts how often what was said of the journey */
    public static JourneyPicture of(Journey journey, List<FactCount> facts) {
        JourneyGraph graph = GraphDrawing.of(journey);
        return new JourneyPicture(graph, NumbersOfJourney.of(graph, new CountedFacts(facts)));
    }

    /** How many went this way; those who rest before it have not gone it yet. 0 when nobody can say. */
    public long wentBy(JourneyGraph.Edge edge) {
        if (edge.from().equals(JourneyGraph.TRIGGER)) {
            return numbers.entered();
        }
        JourneyNumbers.StepNumbers step = numbers.steps().get(edge.from());
        if (step == null) {
            return 0;
        }
        return edge.arm().isEmpty()
                ? step.reached() - Math.max(0, step.waiting())
                : step.arms().getOrDefault(edge.arm(), 0L);
    }
}

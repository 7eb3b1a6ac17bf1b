package dev.sendero.gateway.query;

import dev.sendero.api.fact.FactType;
import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Kind;
import dev.sendero.gateway.query.JourneyGraph.Node;
import dev.sendero.gateway.query.JourneyNumbers.StepNumbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Makes the numbers of a journey. Who waits where is in no fact: it is what came to a step less what went on from it,
 * and what went on from a delay is what came to the next step by no other way.
 */
final class NumbersOfJourney {

    private final JourneyGraph graph;
    private final CountedFacts facts;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private NumbersOfJourney(JourneyGraph graph, CountedFacts facts) {
        this.graph = graph;
        this.facts = facts;
        graph.nodes().forEach(node -> kinds.put(node.id(), node.kind()));
    }

    static JourneyNumbers of(JourneyGraph graph, CountedFacts facts) {
        return new NumbersOfJourney(graph, facts).numbers();
    }

    private JourneyNumbers numbers() {
        long entered = facts.of(FactType.ENTERED);
        long exited = facts.of(FactType.EXITED);
        long completed = facts.of(FactType.COMPLETED);
        var steps = new LinkedHashMap<String, StepNumbers>();
        for (Node node : graph.nodes()) {
            if (node.kind() != Kind.TRIGGER && node.kind() != Kind.END) {
                steps.put(node.id(), step(node));
            }
        }
        return new JourneyNumbers(
                entered,
                facts.of(FactType.HELD_OUT),
                Math.max(0, entered - exited - completed),
                facts.of(FactType.MESSAGE_REQUESTED),
                facts.byReason(FactType.MESSAGE_SKIPPED),
                facts.of(FactType.MESSAGE_CANCELLED),
                facts.of(FactType.CONVERTED),
                facts.value(FactType.CONVERTED),
                exited,
                completed,
                facts.byReason(FactType.NOT_ENTERED),
                steps);
    }

    private StepNumbers step(Node node) {
        String id = node.id();
        return new StepNumbers(
                facts.reached(id),
                facts.arms(id),
                facts.of(FactType.MESSAGE_REQUESTED, id),
                facts.of(FactType.MESSAGE_SKIPPED, id),
                waiting(node));
    }

    private long waiting(Node node) {
        OptionalLong left =
                switch (node.kind()) {
                    case WAIT_UNTIL ->
                        OptionalLong.of(facts.arms(node.id()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
                    case DELAY -> leftDelay(node.id());
                    default -> OptionalLong.of(facts.reached(node.id()));
                };
        if (left.isEmpty()) {
            return -1;
        }
        long takenOut = node.kind() == Kind.EXIT ? 0 : facts.of(FactType.EXITED, node.id());
        return Math.max(0, facts.reached(node.id()) - left.getAsLong() - takenOut);
    }

    private OptionalLong leftDelay(String delay) {
        Edge onward = graph.edges().stream()
                .filter(edge -> edge.from().equals(delay))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("delay " + delay + ": no way on (expected: one)"));
        long came = onward.to().equals(JourneyGraph.END) ? facts.of(FactType.COMPLETED) : facts.reached(onward.to());
        for (Edge other : graph.edges()) {
            if (other.to().equals(onward.to()) && !other.equals(onward)) {
                if (kinds.get(other.from()) == Kind.DELAY) {
                    return OptionalLong.empty();
                }
                came -= flow(other);
            }
        }
        return OptionalLong.of(Math.max(0, came));
    }

    private long flow(Edge edge) {
        if (edge.from().equals(JourneyGraph.TRIGGER)) {
            return facts.of(FactType.ENTERED);
        }
        return edge.arm().isEmpty()
                ? facts.reached(edge.from())
                : facts.arms(edge.from()).getOrDefault(edge.arm(), 0L);
    }
}

package dev.sendero.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.FactType;
import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Kind;
import dev.sendero.gateway.query.JourneyGraph.Node;
import dev.sendero.store.journal.FactCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersOfJourneyTest {

    private final List<FactCount> counts = new ArrayList<>();

    @Test
    void whoever_came_to_a_delay_and_not_to_the_next_step_waits_there() {
        var graph = line(node("wait", Kind.DELAY), node("mail", Kind.EMAIL));
        counted(FactType.STEP, "wait", "", 10);
        counted(FactType.STEP, "mail", "", 6);
        counted(FactType.EXITED, "wait", "", 1);

        assertThat(waiting(graph, "wait")).isEqualTo(3);
        assertThat(waiting(graph, "mail")).isZero();
    }

    @Test
    void whoever_came_to_the_last_delay_and_did_not_complete_waits_there() {
        var graph = line(node("wait", Kind.DELAY));
        counted(FactType.STEP, "wait", "", 10);
        counted(FactType.COMPLETED, "", "", 7);

        assertThat(waiting(graph, "wait")).isEqualTo(3);
    }

    @Test
    void whoever_took_another_way_to_the_next_step_is_not_taken_for_one_who_waited() {
        var graph = new JourneyGraph(
                List.of(node("split", Kind.RANDOM_SPLIT), node("wait", Kind.DELAY), node("mail", Kind.EMAIL)),
                List.of(
                        new Edge(JourneyGraph.TRIGGER, "split", "", ""),
                        new Edge("split", "wait", "patient", ""),
                        new Edge("split", "mail", "quick", ""),
                        new Edge("wait", "mail", "", "")));
        counted(FactType.STEP, "split", "patient", 5);
        counted(FactType.STEP, "split", "quick", 4);
        counted(FactType.STEP, "wait", "", 5);
        counted(FactType.STEP, "mail", "", 6);

        assertThat(waiting(graph, "wait")).isEqualTo(3);
    }

    @Test
    void where_two_delays_meet_nobody_is_guessed() {
        var graph = new JourneyGraph(
                List.of(
                        node("split", Kind.RANDOM_SPLIT),
                        node("one", Kind.DELAY),
                        node("other", Kind.DELAY),
                        node("mail", Kind.EMAIL)),
                List.of(
                        new Edge("split", "one", "a", ""),
                        new Edge("split", "other", "b", ""),
                        new Edge("one", "mail", "", ""),
                        new Edge("other", "mail", "", "")));
        counted(FactType.STEP, "one", "", 5);

        assertThat(waiting(graph, "one")).isEqualTo(-1);
    }

    @Test
    void whoever_came_to_a_wait_and_took_no_arm_waits_there() {
        var graph = new JourneyGraph(List.of(node("wait", Kind.WAIT_UNTIL)), List.of());
        counted(FactType.STEP, "wait", "", 10);
        counted(FactType.STEP, "wait", "clicked reminder", 2);
        counted(FactType.STEP, "wait", "timeout", 3);
        counted(FactType.EXITED, "wait", "", 1);

        assertThat(waiting(graph, "wait")).isEqualTo(4);
    }

    private long waiting(JourneyGraph graph, String step) {
        return NumbersOfJourney.of(graph, new CountedFacts(counts))
                .steps()
                .get(step)
                .waiting();
    }

    private void counted(FactType type, String step, String arm, long count) {
        counts.add(new FactCount(new JourneyId("j"), "v", type, step, arm, "", count, BigDecimal.ZERO));
    }

    private static JourneyGraph line(Node... nodes) {
        var edges = new ArrayList<Edge>();
        String before = JourneyGraph.TRIGGER;
        for (Node node : nodes) {
            edges.add(new Edge(before, node.id(), "", ""));
            before = node.id();
        }
        edges.add(new Edge(before, JourneyGraph.END, "", ""));
        return new JourneyGraph(List.of(nodes), edges);
    }

    private static Node node(String id, Kind kind) {
        return new Node(id, kind, id, "");
    }
}

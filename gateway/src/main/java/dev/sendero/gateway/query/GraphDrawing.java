package dev.sendero.gateway.query;

import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Kind;
import dev.sendero.gateway.query.JourneyGraph.Node;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the graph of a journey. Steps of a list follow each other; the arms of a step part and come together again at
 * the step after it.
 */
final class GraphDrawing {

    /** What facts call the arm that is taken when no condition holds. */
    static final String OTHERWISE = "otherwise";

    /** What facts call the arm that is taken when nothing came in time. */
    static final String TIMEOUT = "timeout";

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private GraphDrawing() {}

    /** An arrow that has no head yet. */
    private record Loose(String from, String arm, String label) {}

    static JourneyGraph of(Journey journey) {
        var drawing = new GraphDrawing();
        drawing.nodes.add(new Node(
                JourneyGraph.TRIGGER,
                Kind.TRIGGER,
                StepWords.title(journey.trigger()),
                StepWords.detail(journey.trigger())));
        List<Loose> ends = drawing.draw(journey.steps(), List.of(new Loose(JourneyGraph.TRIGGER, "", "")));
        if (!ends.isEmpty()) {
            drawing.nodes.add(new Node(JourneyGraph.END, Kind.END, "Completed", ""));
            drawing.connect(ends, JourneyGraph.END);
        }
        return new JourneyGraph(List.copyOf(drawing.nodes), List.copyOf(drawing.edges));
    }

    private List<Loose> draw(List<Step> steps, List<Loose> incoming) {
        List<Loose> open = incoming;
        for (Step step : steps) {
            open = draw(step, open);
        }
        return open;
    }

    private List<Loose> draw(Step step, List<Loose> incoming) {
        String id = step.id().value();
        nodes.add(new Node(id, StepWords.kind(step), StepWords.title(step), StepWords.detail(step)));
        connect(incoming, id);
        var open = new ArrayList<Loose>();
        if (step instanceof Step.Branch branch) {
            branch.arms().forEach(arm -> open.addAll(arm(id, arm.name(), arm.name(), arm.steps())));
            open.addAll(arm(id, OTHERWISE, OTHERWISE, branch.otherwise()));
        } else if (step instanceof Step.RandomSplit split) {
            split.arms()
                    .forEach(arm ->
                            open.addAll(arm(id, arm.name(), arm.name() + " " + percent(arm.share()), arm.steps())));
        } else if (step instanceof Step.WaitUntil wait) {
            wait.arms().forEach(arm -> open.addAll(arm(id, arm.name(), arm.name(), arm.steps())));
            if (!wait.timeout().equals(SequenceItem.UNBOUNDED)) {
                open.addAll(arm(id, TIMEOUT, "after " + StepWords.words(wait.timeout()), wait.afterTimeout()));
            }
        } else if (!(step instanceof Step.Exit)) {
            open.add(new Loose(id, "", ""));
        }
        return open;
    }

    private List<Loose> arm(String from, String arm, String label, List<Step> steps) {
        return draw(steps, List.of(new Loose(from, arm, label)));
    }

    private void connect(List<Loose> open, String to) {
        open.forEach(loose -> edges.add(new Edge(loose.from(), to, loose.arm(), loose.label())));
    }

    private static String percent(Share share) {
        return BigDecimal.valueOf(share.tenThousandths(), 2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}

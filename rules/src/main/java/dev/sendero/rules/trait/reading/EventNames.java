package dev.sendero.rules.trait.reading;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads names of events, one or a list of them, which the tracking plan has to know if there is one. */
final class EventNames {

    private static final Set<String> BUILT_IN = Set.of(Event.PAGE_VIEWED, Event.SCREEN_VIEWED, Event.IDENTIFIED);

    private final TrackingPlan plan;
    private final ValueReader values;

    EventNames(TrackingPlan plan, ValueReader values) {
        this.plan = plan;
        this.values = values;
    }

    List<String> read(YamlNode node, String key) {
        List<String> names = new ArrayList<>();
        List<YamlNode> nodes = node instanceof YamlSequence sequence ? sequence.items() : List.of(node);
        for (YamlNode each : nodes) {
            values.scalar(each, key).ifPresent(name -> {
                check(name);
                names.add(name.text());
            });
        }
        if (nodes.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + key + "' names no event",
                            "write one, such as Order Completed");
        }
        return List.copyOf(names);
    }

    void check(YamlScalar name) {
        String event = name.text();
        boolean ours = BUILT_IN.contains(event) || ReceiptEvents.kindOf(event).isPresent();
        if (plan.declared() && !ours && plan.event(event).isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.UNKNOWN_EVENT,
                            name.place(),
                            "no event '" + event + "' in events.yaml",
                            DidYouMean.hint(event, plan.events().keySet()));
        }
    }
}

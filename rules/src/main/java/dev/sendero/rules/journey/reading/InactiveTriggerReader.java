package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code trigger: {inactive: {for: 30d, events: any}}}. */
final class InactiveTriggerReader implements TriggerReader.KindReader {

    private static final String ANY = "any";

    @Override
    public Optional<Trigger> read(MappingReader trigger, JourneyScope scope) {
        return trigger.mapping("inactive").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'inactive'", "for");
            Duration lasting = reader.node("for")
                    .flatMap(node -> Durations.read(scope.values(), node, "for"))
                    .orElse(Durations.ONE_SECOND);
            List<EventMatch> events =
                    reader.node("events").map(node -> events(node, scope)).orElse(List.of());
            reader.refuseOthers("'inactive'");
            return new Trigger.Inactive(lasting, events);
        });
    }

    private static List<EventMatch> events(YamlNode node, JourneyScope scope) {
        if (node instanceof YamlScalar scalar && scalar.text().equals(ANY)) {
            return List.of();
        }
        List<EventMatch> events = new EventMatches(scope).listOf(node, "events", Use.TRIGGER);
        if (events.isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'events' names no event",
                            "write 'any', or a list such as [Order Completed]");
        }
        return events;
    }
}

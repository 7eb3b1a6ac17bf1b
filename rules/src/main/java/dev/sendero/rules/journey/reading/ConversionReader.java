package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads {@code conversion: {event, where, within, value}}. */
final class ConversionReader {

    private final JourneyScope scope;

    ConversionReader(JourneyScope scope) {
        this.scope = scope;
    }

    /** None or one. */
    List<ConversionGoal> read(YamlNode node) {
        return scope.values().mapping(node, "conversion").stream()
                .flatMap(mapping -> {
                    var reader = scope.reader(mapping);
                    reader.require("'conversion'", "event", "within");
                    var match = new EventMatches(scope).of(reader, Use.EVENT_IN_RUN);
                    Duration within = reader.node("within")
                            .flatMap(bound -> Durations.read(scope.values(), bound, "within"))
                            .orElse(Durations.ONE_SECOND);
                    Set<String> events =
                            match.map(event -> Set.of(event.event())).orElse(Set.of());
                    Expression value = reader.node("value")
                            .flatMap(source -> scope.expressions()
                                    .value(source, "value", scope.names().vocabulary(Use.EVENT_IN_RUN, events)))
                            .orElse(ConversionGoal.NO_VALUE);
                    reader.refuseOthers("'conversion'");
                    return match.map(event -> new ConversionGoal(event, within, value)).stream();
                })
                .toList();
    }
}

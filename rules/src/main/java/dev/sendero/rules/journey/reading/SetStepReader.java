package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code set: {trait: expression}}. */
final class SetStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "set").map(mapping -> {
            var traits = new TreeMap<String, Expression>();
            mapping.entries().forEach(entry -> scope.expressions()
                    .value(entry.value(), entry.name(), scope.names().vocabulary(Use.RUN, Set.of()))
                    .ifPresent(expression -> traits.put(entry.name(), expression)));
            if (mapping.entries().isEmpty()) {
                scope.findings()
                        .error(
                                ProblemCode.WRONG_VALUE,
                                value.place(),
                                "'set' sets nothing",
                                "name a trait, such as 'set: { lapsed: true }'");
            }
            return new Step.Set(id, Collections.unmodifiableSortedMap(traits));
        });
    }
}

package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Step.Branch.Arm;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code branch: [{if, steps}, …, {otherwise}]}. Without {@code otherwise} whoever takes no arm goes on behind it. */
final class BranchStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().list(value, "branch").map(nodes -> {
            var arms = new ArrayList<Arm>();
            List<Step> otherwise = List.of();
            boolean ended = false;
            int number = 0;
            for (YamlNode node : nodes) {
                number++;
                Optional<YamlMapping> mapping = scope.values().mapping(node, "an arm of 'branch'");
                if (mapping.isEmpty()) {
                    continue;
                }
                if (ended) {
                    scope.findings()
                            .error(
                                    ProblemCode.UNREACHABLE_STEP,
                                    node.place(),
                                    "an arm behind 'otherwise' is never taken",
                                    "put 'otherwise' last");
                }
                var reader = scope.reader(mapping.get());
                Optional<String> kind = reader.oneOf("an arm of 'branch'", List.of("if", "otherwise"));
                if (kind.isPresent() && kind.get().equals("otherwise")) {
                    ended = true;
                    otherwise = scope.steps()
                            .list(reader.node("otherwise").orElse(value), "otherwise", position + ".otherwise.");
                } else if (kind.isPresent()) {
                    arms.add(arm(reader, position + "." + number + ".", scope));
                }
                reader.refuseOthers("an arm of 'branch'");
            }
            if (arms.isEmpty()) {
                scope.findings()
                        .error(
                                ProblemCode.MISSING_KEY,
                                value.place(),
                                "'branch' has no arm with 'if'",
                                "add '- if: …' with 'steps:'");
            }
            return new Step.Branch(id, List.copyOf(arms), otherwise);
        });
    }

    private static Arm arm(MappingReader reader, String position, JourneyScope scope) {
        Condition when = reader.node("if")
                .map(node ->
                        scope.expressions().condition(node, "if", scope.names().vocabulary(Use.RUN, Set.of())))
                .orElse(Condition.ALWAYS);
        reader.require("an arm of 'branch'", "steps");
        List<Step> steps = reader.node("steps")
                .map(node -> scope.steps().list(node, "steps", position))
                .orElse(List.of());
        return scope.places().put(new Arm(when.source(), when, steps), reader.place());
    }
}

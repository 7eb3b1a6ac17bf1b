package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Step.RandomSplit.Arm;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code random_split: [{name, share, steps}, …]}. */
final class RandomSplitStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().list(value, "random_split").map(nodes -> {
            var arms = new ArrayList<Arm>();
            boolean complete = !nodes.isEmpty();
            for (YamlNode node : nodes) {
                Optional<Arm> arm = scope.values()
                        .mapping(node, "an arm of 'random_split'")
                        .flatMap(mapping -> arm(mapping, position, scope));
                arm.ifPresent(arms::add);
                complete &= arm.isPresent();
            }
            if (nodes.isEmpty()) {
                scope.findings()
                        .error(
                                ProblemCode.WRONG_VALUE,
                                value.place(),
                                "'random_split' has no arms",
                                "add '- name: …' with 'share:' and 'steps:'");
            }
            var split = new Step.RandomSplit(id, List.copyOf(arms));
            if (!complete) {
                scope.places().markBroken(split);
            }
            return split;
        });
    }

    private static Optional<Arm> arm(YamlMapping mapping, String position, JourneyScope scope) {
        var reader = scope.reader(mapping);
        reader.require("an arm of 'random_split'", "name", "share", "steps");
        String name = reader.scalar("name").map(YamlScalar::text).orElse("");
        Optional<Share> share = reader.node("share").flatMap(node -> Shares.read(scope.values(), node, "share"));
        List<Step> steps = reader.node("steps")
                .map(node -> scope.steps().list(node, "steps", position + "." + name + "."))
                .orElse(List.of());
        reader.refuseOthers("an arm of 'random_split'");
        return share.map(part -> {
            var arm = new Arm(name, part, steps);
            scope.places().putKey(arm, "name", reader.placeOf("name"));
            return scope.places().put(arm, mapping.place());
        });
    }
}

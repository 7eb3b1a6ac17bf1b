package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code first_reachable: [message, …]}. The messages have no ids of their own: the customer gets one of them. */
final class FirstReachableStepReader implements StepReader {

    private static final String MESSAGE = "a message of 'first_reachable'";

    private static final List<String> KINDS = List.of("email", "sms", "push");

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        Optional<List<YamlNode>> nodes = scope.values().list(value, "first_reachable");
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        var messages = new ArrayList<Step.Send>();
        for (YamlNode node : nodes.get()) {
            scope.values()
                    .mapping(node, MESSAGE)
                    .flatMap(mapping -> message(id, mapping, position, scope))
                    .ifPresent(messages::add);
        }
        if (nodes.get().isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            value.place(),
                            "'first_reachable' has no messages",
                            "add a message, such as '- sms: …'");
        }
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Step.FirstReachable(id, List.copyOf(messages)));
    }

    private static Optional<Step.Send> message(StepId id, YamlMapping mapping, String position, JourneyScope scope) {
        var reader = scope.reader(mapping);
        Optional<Step.Send> message = reader.oneOf(MESSAGE, KINDS)
                .flatMap(kind -> reader.node(kind)
                        .flatMap(node -> scope.steps().ofKind(kind).read(id, node, position, scope)))
                .map(Step.Send.class::cast);
        reader.refuseOthers(MESSAGE);
        message.ifPresent(read -> scope.places().put(read, mapping.place()));
        return message;
    }
}

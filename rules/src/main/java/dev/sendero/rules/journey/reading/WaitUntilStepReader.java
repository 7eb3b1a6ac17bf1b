package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Step.WaitUntil.Arm;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code wait_until}: a list of arms, one of which may be the timeout. */
final class WaitUntilStepReader implements StepReader {

    private static final List<String> ARMS = List.of("event", "opened", "clicked", "when", "timeout");

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        Optional<List<YamlNode>> nodes = scope.values().list(value, "wait_until");
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        var wait = new Reading(scope, position);
        nodes.get()
                .forEach(node ->
                        scope.values().mapping(node, "an arm of 'wait_until'").ifPresent(wait::arm));
        if (nodes.get().isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            value.place(),
                            "'wait_until' waits for nothing",
                            "add an arm, such as '- timeout: 24h'");
        }
        return Optional.of(new Step.WaitUntil(id, List.copyOf(wait.arms), wait.timeout, wait.afterTimeout));
    }

    /** One wait while it is read. */
    private static final class Reading {

        private final JourneyScope scope;
        private final String position;
        private final List<Arm> arms = new ArrayList<>();
        private Duration timeout = SequenceItem.UNBOUNDED;
        private List<Step> afterTimeout = List.of();
        private boolean timedOut;
        private int number;

        Reading(JourneyScope scope, String position) {
            this.scope = scope;
            this.position = position;
        }

        void arm(YamlMapping mapping) {
            number++;
            var reader = scope.reader(mapping);
            Optional<String> kind = reader.oneOf("an arm of 'wait_until'", ARMS);
            if (kind.isPresent() && kind.get().equals("timeout")) {
                timeout(reader);
            } else {
                kind.flatMap(name -> waitFor(name, reader)).ifPresent(waitFor -> {
                    List<Step> steps = steps(reader, position + "." + number + ".");
                    arms.add(scope.places()
                            .put(new Arm(nameOf(waitFor), waitFor, since(reader), steps), mapping.place()));
                });
            }
            reader.has("steps");
            reader.refuseOthers("an arm of 'wait_until'");
        }

        private Since since(MappingReader reader) {
            Optional<YamlScalar> written = reader.scalar("since");
            if (written.isEmpty()) {
                return Since.WAIT;
            }
            if (written.get().text().isBlank()) {
                scope.values().refuse(written.get(), "since", "'entry' or the id of a step");
                return Since.WAIT;
            }
            Since since = written.get().text().equals("entry")
                    ? new Since.OfEntry()
                    : new Since.OfStep(new StepId(written.get().text()));
            return scope.places().put(since, written.get().place());
        }

        private void timeout(MappingReader reader) {
            if (timedOut) {
                scope.findings()
                        .error(
                                ProblemCode.CONFLICTING_KEYS,
                                reader.place(),
                                "a second 'timeout'",
                                "a wait has one; remove the later one");
            }
            timedOut = true;
            timeout = reader.node("timeout")
                    .flatMap(node -> Durations.read(scope.values(), node, "timeout"))
                    .orElse(Durations.ONE_SECOND);
            afterTimeout = steps(reader, position + ".timeout.");
        }

        private List<Step> steps(MappingReader reader, String stepsPosition) {
            return reader.node("steps")
                    .map(node -> scope.steps().list(node, "steps", stepsPosition))
                    .orElse(List.of());
        }

        private Optional<WaitFor> waitFor(String kind, MappingReader reader) {
            return switch (kind) {
                case "event" -> event(reader);
                case "opened" -> reader.scalar(kind).flatMap(step -> receipt(step, true));
                case "clicked" -> reader.scalar(kind).flatMap(step -> receipt(step, false));
                default ->
                    reader.node(kind)
                            .map(node -> new WaitFor.Holds(scope.expressions()
                                    .condition(node, kind, scope.names().vocabulary(Use.RUN, Set.of()))));
            };
        }

        private Optional<WaitFor> event(MappingReader reader) {
            var match = new EventMatches(scope).of(reader, Use.EVENT_IN_RUN);
            String as = scope.names().read(reader);
            match.ifPresent(event -> scope.names().capture(as, Set.of(event.event()), false));
            return match.map(event -> {
                var waitFor = new WaitFor.OfEvent(event, as);
                scope.places().putKey(waitFor, "as", reader.placeOf("as"));
                return waitFor;
            });
        }

        private Optional<WaitFor> receipt(YamlScalar step, boolean opened) {
            if (step.text().isBlank()) {
                return scope.values().refuse(step, opened ? "opened" : "clicked", "the id of a step");
            }
            var id = new StepId(step.text());
            WaitFor waitFor = opened ? new WaitFor.Opened(id) : new WaitFor.Clicked(id);
            return Optional.of(scope.places().put(waitFor, step.place()));
        }

        private static String nameOf(WaitFor waitFor) {
            if (waitFor instanceof WaitFor.OfEvent event) {
                return event.match().event();
            }
            if (waitFor instanceof WaitFor.Opened opened) {
                return "opened " + opened.step();
            }
            if (waitFor instanceof WaitFor.Clicked clicked) {
                return "clicked " + clicked.step();
            }
            return ((WaitFor.Holds) waitFor).when().source();
        }
    }
}

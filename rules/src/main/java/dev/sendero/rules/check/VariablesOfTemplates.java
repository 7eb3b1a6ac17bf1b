package dev.sendero.rules.check;

import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.template.UntestedVariables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a message or action says of captured events is there: some event carries it by the tracking plan, and every way
 * to the step has captured it. A template that asks whether it is there, or has a default, may use it all the same.
 */
final class VariablesOfTemplates implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        var walk = new Walk(checked, findings, eventsByName(checked));
        walk.list(
                checked.journey().steps(),
                new HashSet<>(alwaysCaptured(checked.journey().trigger())));
    }

    private static Set<String> alwaysCaptured(Trigger trigger) {
        if (!(trigger instanceof Trigger.Cep cep)) {
            return Set.copyOf(trigger.captures());
        }
        var captured = new HashSet<String>();
        for (CepStage stage : cep.stages()) {
            if (stage instanceof CepStage.Occurrence occurrence && !stage.isOptional()) {
                captured.add(occurrence.as());
            } else if (stage instanceof CepStage.Group && !stage.isOptional()) {
                // What is optional inside a group is not told apart: it is taken as captured.
                CepStage.occurrencesOf(List.of(stage)).forEach(inside -> captured.add(inside.as()));
            }
        }
        return captured;
    }

    /** Which events may be captured under a name. */
    private static Map<String, Set<String>> eventsByName(CheckedJourney checked) {
        var events = new HashMap<String, Set<String>>();
        Trigger trigger = checked.journey().trigger();
        if (trigger instanceof Trigger.Sequence sequence) {
            for (SequenceItem item : sequence.items()) {
                if (item instanceof SequenceItem.Occurrence occurrence) {
                    occurrence.anyOf().forEach(match -> add(events, occurrence.as(), match));
                }
            }
        } else if (trigger instanceof Trigger.Cep cep) {
            for (CepStage.Occurrence occurrence : CepStage.occurrencesOf(cep.stages())) {
                occurrence.anyOf().forEach(match -> add(events, occurrence.as(), match));
            }
        }
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                for (Step.WaitUntil.Arm arm : wait.arms()) {
                    if (arm.until() instanceof WaitFor.OfEvent awaited) {
                        add(events, awaited.as(), awaited.match());
                    }
                }
            }
        }
        return events;
    }

    private static void add(Map<String, Set<String>> events, String name, EventMatch match) {
        if (!name.isEmpty()) {
            events.computeIfAbsent(name, unseen -> new HashSet<>()).add(match.event());
        }
    }

    private record Walk(CheckedJourney checked, Findings findings, Map<String, Set<String>> events) {

        /** @param captured the names that hold an event on every way to the list; gets those of the list too */
        void list(List<Step> steps, Set<String> captured) {
            for (Step step : steps) {
                step.sends().forEach(send -> send(send, captured));
                if (!step.ways().isEmpty()) {
                    ways(step, captured);
                }
            }
        }

        private void ways(Step step, Set<String> captured) {
            Set<String> afterAll = null;
            int number = 0;
            for (List<Step> way : step.ways()) {
                var onThisWay = new HashSet<>(captured);
                if (step instanceof Step.WaitUntil wait
                        && number < wait.arms().size()
                        && wait.arms().get(number).until() instanceof WaitFor.OfEvent awaited) {
                    onThisWay.add(awaited.as());
                }
                list(way, onThisWay);
                number++;
                boolean leaves = way.stream().anyMatch(Step.Exit.class::isInstance);
                boolean never = step instanceof Step.WaitUntil wait
                        && number > wait.arms().size()
                        && wait.timeout().equals(SequenceItem.UNBOUNDED);
                if (!leaves && !never) {
                    if (afterAll == null) {
                        afterAll = onThisWay;
                    } else {
                        afterAll.retainAll(onThisWay);
                    }
                }
            }
            if (afterAll != null) {
                captured.addAll(afterAll);
            }
        }

        private void send(Step.Send send, Set<String> captured) {
            UntestedVariables.run(send.content()).forEach(path -> check(send, path, captured));
        }

        private void check(Step.Send send, List<String> path, Set<String> captured) {
            String name = path.get(0);
            Set<String> possible = events().getOrDefault(name, Set.of());
            if (possible.isEmpty()) {
                return;
            }
            if (!captured.contains(name)) {
                report(
                        send,
                        "'run." + name + "' is captured on some of the ways to this step only",
                        "say what stands there otherwise: {{ run." + String.join(".", path) + " | default: \"…\" }}");
            } else if (path.size() > 2 && path.get(1).equals("properties") && isPlanned(possible)) {
                Set<String> known = checked.plan().propertiesOf(possible).keySet();
                if (!known.contains(path.get(2))) {
                    report(
                            send,
                            "'run." + name + "' has no property '" + path.get(2) + "' by events.yaml",
                            DidYouMean.hint(path.get(2), known));
                }
            }
        }

        private boolean isPlanned(Set<String> possible) {
            return checked.plan().declared()
                    && possible.stream()
                            .allMatch(event -> checked.plan().event(event).isPresent());
        }

        private void report(Step.Send send, String message, String hint) {
            findings.warning(ProblemCode.TEMPLATE_VARIABLE, checked.places().of(send), message, hint);
        }
    }
}

package dev.sendero.rules.check;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which steps a run may have passed when it comes to a step. */
final class StepsBefore {

    private final IdentityHashMap<Step, Set<StepId>> before = new IdentityHashMap<>();

    private StepsBefore() {}

    static StepsBefore in(Journey journey) {
        var steps = new StepsBefore();
        steps.walk(journey.steps(), new TreeSet<>());
        return steps;
    }

    /** @param passed the steps before this list; gets those of the list too */
    private void walk(List<Step> steps, Set<StepId> passed) {
        for (Step step : steps) {
            before.put(step, new TreeSet<>(passed));
            passed.add(step.id());
            var after = new TreeSet<>(passed);
            for (List<Step> way : step.ways()) {
                var onThisWay = new TreeSet<>(passed);
                walk(way, onThisWay);
                after.addAll(onThisWay);
            }
            passed.addAll(after);
        }
    }

    Set<StepId> of(Step step) {
        return before.getOrDefault(step, Set.of());
    }
}

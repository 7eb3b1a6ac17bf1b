package dev.sendero.cli.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The random splits of a journey: for each arm, a bucket that leads into it. */
final class SplitArms {

    private final Map<StepId, Map<String, Integer>> buckets = new HashMap<>();

    SplitArms(Journey journey) {
        addAll(journey.steps());
    }

    private void addAll(List<Step> steps) {
        steps.forEach(this::add);
    }

    private void add(Step step) {
        if (step instanceof Step.RandomSplit split) {
            var first = new LinkedHashMap<String, Integer>();
            int from = 0;
            for (Step.RandomSplit.Arm arm : split.arms()) {
                if (!arm.share().isNone()) {
                    first.put(arm.name(), from);
                }
                from += arm.share().tenThousandths();
                addAll(arm.steps());
            }
            buckets.put(split.id(), first);
        } else if (step instanceof Step.Branch branch) {
            branch.arms().forEach(arm -> addAll(arm.steps()));
            addAll(branch.otherwise());
        } else if (step instanceof Step.WaitUntil wait) {
            wait.arms().forEach(arm -> addAll(arm.steps()));
            addAll(wait.afterTimeout());
        }
    }

    /** By the arm's name, in the order of the file, without arms that nobody goes. */
    Map<String, Integer> bucketsOf(StepId split) {
        return buckets.getOrDefault(split, Map.of());
    }
}

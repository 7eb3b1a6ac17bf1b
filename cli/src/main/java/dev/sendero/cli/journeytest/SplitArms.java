package dev.sendero.cli.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The random splits of journeys: for each arm, a bucket that leads into it. */
final class SplitArms {

    private final Map<StepId, Map<String, Integer>> buckets = new HashMap<>();

    SplitArms(List<Journey> journeys) {
        for (Journey journey : journeys) {
            for (Step step : journey.allSteps()) {
                if (step instanceof Step.RandomSplit split) {
                    buckets.putIfAbsent(split.id(), firstBuckets(split));
                }
            }
        }
    }

    private static Map<String, Integer> firstBuckets(Step.RandomSplit split) {
        var first = new LinkedHashMap<String, Integer>();
        int from = 0;
        for (Step.RandomSplit.Arm arm : split.arms()) {
            if (!arm.share().isNone()) {
                first.put(arm.name(), from);
            }
            from += arm.share().tenThousandths();
        }
        return first;
    }

    /** By the arm's name, in the order of the file, without arms that nobody goes. */
    Map<String, Integer> bucketsOf(StepId split) {
        return buckets.getOrDefault(split, Map.of());
    }
}

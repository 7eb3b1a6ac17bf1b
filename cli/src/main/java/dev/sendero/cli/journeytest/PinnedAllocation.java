package dev.sendero.cli.journeytest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.core.Allocation;
import dev.sendero.rules.journeytest.PinnedArms;
import dev.sendero.rules.journeytest.PinnedArms.HoldoutPin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives chance the outcomes that a test pins, and remembers where it was asked for one that is not pinned. */
final class PinnedAllocation implements Allocation {

    private static final int HIGHEST_BUCKET = 9_999;

    private final PinnedArms arms;
    private final SplitArms splits;
    private final List<String> complaints = new ArrayList<>();

    PinnedAllocation(PinnedArms arms, SplitArms splits) {
        this.arms = arms;
        this.splits = splits;
    }

    @Override
    public int bucket(JourneyId journey, String split, CustomerId customer) {
        return split.equals(HOLDOUT) ? holdout() : arm(new StepId(split));
    }

    private int holdout() {
        if (arms.holdout() == HoldoutPin.NOT_PINNED) {
            complaints.add(
                    "the journey or the project has a holdout, and the test does not say whether the customer is in it:"
                            + " arms: { holdout: false }");
        }
        return arms.holdout() == HoldoutPin.HELD_OUT ? 0 : HIGHEST_BUCKET;
    }

    private int arm(StepId split) {
        Map<String, Integer> buckets = splits.bucketsOf(split);
        String arm = arms.splits().get(split);
        if (arm == null) {
            complaints.add("the customer reaches the split '" + split + "', and the test does not say which way to go:"
                    + " arms: { " + split + ": " + String.join(" or ", buckets.keySet()) + " }");
            return 0;
        }
        Integer bucket = buckets.get(arm);
        if (bucket == null) {
            complaints.add("the split '" + split + "' has no arm '" + arm + "' that anybody goes; it has "
                    + String.join(", ", buckets.keySet()));
            return 0;
        }
        return bucket;
    }

    /** What the test leaves to chance, in sentences for its author. */
    List<String> complaints() {
        return complaints.stream().distinct().toList();
    }
}

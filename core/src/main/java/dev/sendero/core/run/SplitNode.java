package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;
import java.util.List;

/**
 * Goes a way by chance.
 *
 * @param starts where each arm begins
 */
record SplitNode(Step.RandomSplit step, List<Integer> starts) implements Node {

    @Override
    public List<Integer> ways() {
        return starts;
    }

    @Override
    public int take(Walk walk) {
        int bucket = walk.services()
                .draw()
                .bucket(
                        walk.journey().version().journey(),
                        step.id().value(),
                        walk.customer().id());
        int arm = armOf(bucket);
        walk.reached(step.id(), step.arms().get(arm).name());
        return starts.get(arm);
    }

    private int armOf(int bucket) {
        List<Step.RandomSplit.Arm> arms = step.arms();
        int upTo = 0;
        for (int arm = 0; arm < arms.size() - 1; arm++) {
            upTo += arms.get(arm).share().tenThousandths();
            if (bucket < upTo) {
                return arm;
            }
        }
        return arms.size() - 1;
    }
}

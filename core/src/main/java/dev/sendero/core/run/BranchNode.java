package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;
import java.util.List;

/**
 * Goes the way of the first condition that is true.
 *
 * @param starts where each arm begins; the last is where to go when none is true
 */
record BranchNode(Step.Branch step, List<Integer> starts) implements Node {

    /** What facts call the way when no condition is true. */
    static final String OTHERWISE = "otherwise";

    @Override
    public List<Integer> ways() {
        return starts;
    }

    @Override
    public int take(Walk walk) {
        List<Step.Branch.Arm> arms = step.arms();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (walk.moment().testInRun(arms.get(arm).when(), walk.run()).isTrue()) {
                walk.reached(step.id(), arms.get(arm).name());
                return starts.get(arm);
            }
        }
        walk.reached(step.id(), OTHERWISE);
        return starts.get(arms.size());
    }
}

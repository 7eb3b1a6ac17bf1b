package dev.sendero.core.run;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import java.util.List;

/**
 * Waits for the first of some things. The log has it twice: when the run gets here, without an arm, and when it goes
 * on, with the arm that it takes.
 *
 * @param position its own place in the program
 * @param starts where each arm begins; the last is where to go after the time is over
 */
record WaitNode(Step.WaitUntil step, int position, List<Integer> starts) implements Node {

    /** What facts call the way when nothing came in time. */
    static final String TIMEOUT = "timeout";

    static final int NONE = -1;

    @Override
    public List<Integer> ways() {
        return starts;
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        List<Step.WaitUntil.Arm> arms = step.arms();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (arms.get(arm).until() instanceof WaitFor.Holds holds
                    && walk.moment().testInRun(holds.when(), walk.run()).isTrue()) {
                walk.reached(step.id(), arms.get(arm).name());
                return starts.get(arm);
            }
        }
        return walk.rest(
                walk.run().waitingAt(position, Deadline.after(walk.moment().millis(), step.timeout())));
    }

    /** The first arm that an event ends the wait with; {@link #NONE} when it goes on. */
    int armFor(CompiledJourney journey, Run run, Moment moment) {
        List<Step.WaitUntil.Arm> arms = step.arms();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (Arrivals.isHere(arms.get(arm).until(), journey, run, moment)) {
                return arm;
            }
        }
        return NONE;
    }

    Step.WaitUntil.Arm arm(int index) {
        return step.arms().get(index);
    }

    int startOf(int arm) {
        return starts.get(arm);
    }

    int startAfterTimeout() {
        return starts.get(step.arms().size());
    }
}

package dev.sendero.core.run;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Waits for the first of some things. The log has it twice: when the run gets here, without an arm, and when it goes
 * on, with the arm that it takes.
 *
 * @param position its own place in the program
 * @param starts where each arm begins; the last is where to go after the time is over
 */
record WaitNode(Step.WaitUntil step, int position, List<Integer> starts) implements RestingNode {

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
        int first = firstOf(walk);
        if (first != NONE) {
            lookBack(first).ifPresent(happened -> walk.carry(happened.capturing(walk.run())));
            walk.reached(step.id(), arm(first).name());
            return starts.get(first);
        }
        return walk.rest(
                walk.run().waitingAt(position, Deadline.after(walk.moment().millis(), step.timeout())));
    }

    /** The arm whose event came first, or whose condition was true first, before the wait or now. */
    private int firstOf(Walk walk) {
        int first = NONE;
        long firstAt = Deadline.NEVER;
        for (int index = 0; index < step.arms().size(); index++) {
            long at = happenedAt(index, walk);
            if (at < firstAt) {
                first = index;
                firstAt = at;
            }
        }
        return first;
    }

    /** {@link Deadline#NEVER} for what has not happened. */
    private long happenedAt(int index, Walk walk) {
        Optional<Long> before = lookBack(index).flatMap(lookBack -> lookBack.happenedAt(walk.run()));
        if (before.isPresent()) {
            return before.get();
        }
        boolean now = arm(index).until() instanceof WaitFor.Holds holds
                && walk.moment().testInRun(holds.when(), walk.run()).isTrue();
        return now ? walk.moment().millis() : Deadline.NEVER;
    }

    private Optional<LookBack> lookBack(int index) {
        return arm(index).since() instanceof Since.OfWait
                ? Optional.empty()
                : Optional.of(new LookBack(this, index, arm(index).since()));
    }

    /** One for each arm for which something counts that happens before the wait begins. */
    List<LookBack> lookBacks() {
        return IntStream.range(0, step.arms().size())
                .mapToObj(this::lookBack)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public int resume(Walk walk) {
        walk.reached(step.id(), TIMEOUT);
        return startAfterTimeout();
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

    private int startAfterTimeout() {
        return starts.get(step.arms().size());
    }
}

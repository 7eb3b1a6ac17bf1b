package dev.sendero.core.run;

import dev.sendero.core.state.Deadline;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.List;

/** Lets a length of time pass. */
record DelayNode(Step.Delay step, Duration length, int next) implements Node {

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        return walk.rest(walk.run().goingOn(next, Deadline.after(walk.moment().millis(), length)));
    }
}

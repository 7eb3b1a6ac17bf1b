package dev.sendero.core.run;

import dev.sendero.core.state.Deadline;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.Step;
import java.util.List;

/** Lets time pass. */
record DelayNode(Step.Delay step, int next) implements Node {

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        DelayLength.Fixed fixed = (DelayLength.Fixed) step.length();
        return walk.rest(walk.run().goingOn(next, Deadline.after(walk.moment().millis(), fixed.length())));
    }
}

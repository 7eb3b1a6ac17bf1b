package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;
import java.util.List;

/** Lets the customer enter another journey, as soon as this run rests or ends. */
record StartNode(Step.Start step, int next) implements Node {

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        walk.start(step);
        return next;
    }
}

package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;
import java.util.List;

/** Leaves the journey. */
record ExitNode(Step.Exit step) implements Node {

    @Override
    public List<Integer> ways() {
        return List.of();
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        return walk.exit(step.reason());
    }
}

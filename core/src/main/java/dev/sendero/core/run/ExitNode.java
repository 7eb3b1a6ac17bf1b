package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;

/** Leaves the journey. */
record ExitNode(Step.Exit step) implements Node {

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        return walk.exit(step.reason());
    }
}

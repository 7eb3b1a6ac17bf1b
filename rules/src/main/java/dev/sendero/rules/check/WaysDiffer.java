package dev.sendero.rules.check;

import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;

/** A branch or split has something to do on at least one of its ways. */
final class WaysDiffer implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step step : checked.journey().allSteps()) {
            boolean chooses = step instanceof Step.Branch || step instanceof Step.RandomSplit;
            if (chooses
                    && !checked.places().isBroken(step)
                    && step.ways().stream().allMatch(List::isEmpty)) {
                findings.warning(
                        ProblemCode.CHANGES_NOTHING,
                        checked.places().of(step),
                        "this step has nothing to do on any of its ways",
                        "");
            }
        }
    }
}

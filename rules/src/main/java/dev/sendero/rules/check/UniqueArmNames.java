package dev.sendero.rules.check;

import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.HashSet;

/** The arms of a random split have different names: facts and tests tell them apart by these. */
final class UniqueArmNames implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.RandomSplit split) {
                var names = new HashSet<String>();
                for (Step.RandomSplit.Arm arm : split.arms()) {
                    if (!arm.name().isEmpty() && !names.add(arm.name())) {
                        findings.error(
                                ProblemCode.DUPLICATE_NAME,
                                checked.places().ofKey(arm, "name").orElseGet(() -> checked.places()
                                        .of(arm)),
                                "two arms have the name '" + arm.name() + "'",
                                "give one of the two another name");
                    }
                }
            }
        }
    }
}

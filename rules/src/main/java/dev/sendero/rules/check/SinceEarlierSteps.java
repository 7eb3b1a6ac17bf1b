package dev.sendero.rules.check;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code since} names a step at which a run may have been when the wait begins. */
final class SinceEarlierSteps implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        List<StepId> known = checked.journey().allSteps().stream().map(Step::id).toList();
        var before = StepsBefore.in(checked.journey());
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                for (Step.WaitUntil.Arm arm : wait.arms()) {
                    if (arm.since() instanceof Since.OfStep since) {
                        check(since, checked.places().of(since), known, before.of(wait), findings);
                    }
                }
            }
        }
    }

    private static void check(
            Since.OfStep since, Place place, List<StepId> known, Set<StepId> before, Findings findings) {
        if (!known.contains(since.step())) {
            var expected = new ArrayList<String>();
            expected.add("entry");
            before.forEach(step -> expected.add(step.value()));
            findings.error(
                    ProblemCode.UNKNOWN_STEP_ID,
                    place,
                    "no step '" + since.step() + "' in this journey",
                    DidYouMean.hint(since.step().value(), expected));
        } else if (!before.contains(since.step())) {
            findings.error(
                    ProblemCode.WRONG_VALUE,
                    place,
                    "no run has been at the step '" + since.step() + "' when this wait begins",
                    "name a step before the wait, or write 'since: entry'");
        }
    }
}

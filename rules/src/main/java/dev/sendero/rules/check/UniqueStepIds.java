package dev.sendero.rules.check;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.HashMap;
import java.util.Map;

/** No two steps have one id: a message's identity is made of it. */
final class UniqueStepIds implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        Map<StepId, Place> first = new HashMap<>();
        for (Step step : checked.journey().allSteps()) {
            Place place = checked.places().ofKey(step, "id").orElseGet(() -> checked.places()
                    .of(step));
            Place before = first.putIfAbsent(step.id(), place);
            if (before != null) {
                findings.error(
                        ProblemCode.DUPLICATE_ID,
                        place,
                        "the id '" + step.id() + "' is used twice",
                        "the first is on line " + before.line());
            }
        }
    }
}

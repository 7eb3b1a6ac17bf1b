package dev.sendero.rules.check;

import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;

/**
 * Messages, waits and splits of a live journey have ids of their own. One made from the position would change when a
 * step is put before, and with it who gets which arm and what counts as the same message. So have delays and
 * actions of a journey that takes over the people inside: ids tell where these are and what they have had.
 */
final class RequiredStepIds implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        if (checked.journey().state() != JourneyState.LIVE) {
            return;
        }
        for (Step step : checked.journey().allSteps()) {
            boolean written = checked.places().ofKey(step, "id").isPresent();
            if (!written && needsId(step, checked.journey().migrate())) {
                findings.error(
                        ProblemCode.MISSING_ID,
                        checked.places().of(step),
                        "in a live journey this step needs an id",
                        "add a line 'id: …' that stays when steps move");
            }
        }
    }

    private static boolean needsId(Step step, boolean migrate) {
        return step.sends().stream().anyMatch(send -> send.channel().reachesCustomer())
                || step instanceof Step.WaitUntil
                || step instanceof Step.RandomSplit
                || migrate && (step instanceof Step.Delay || step instanceof Step.Send);
    }
}

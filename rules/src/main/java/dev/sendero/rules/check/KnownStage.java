package dev.sendero.rules.check;

import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;

/** The journey's stage is one of the project's, if the project names any. */
final class KnownStage implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        String stage = checked.journey().stage();
        if (stage.isEmpty() || checked.stages().isEmpty() || checked.stages().contains(stage)) {
            return;
        }
        checked.places()
                .ofKey(checked.journey(), "stage")
                .ifPresent(place -> findings.error(
                        ProblemCode.UNKNOWN_STAGE,
                        place,
                        "no stage '" + stage + "' in sendero.yaml",
                        DidYouMean.hint(stage, checked.stages())));
    }
}

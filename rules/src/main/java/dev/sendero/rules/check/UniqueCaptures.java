package dev.sendero.rules.check;

import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.HashSet;
import java.util.Set;

/** No two items of a trigger, and no wait after it, capture under one name. Arms of one wait may: only one happens. */
final class UniqueCaptures implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        var used = new HashSet<String>();
        if (checked.journey().trigger() instanceof Trigger.Sequence sequence) {
            for (SequenceItem item : sequence.items()) {
                if (item instanceof SequenceItem.Occurrence occurrence) {
                    add(occurrence.as(), occurrence, used, checked, findings);
                }
            }
        }
        if (checked.journey().trigger() instanceof Trigger.Cep cep) {
            for (CepStage.Occurrence occurrence : CepStage.occurrencesOf(cep.stages())) {
                add(occurrence.as(), occurrence, used, checked, findings);
            }
        }
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                var ofThisWait = new HashSet<String>();
                for (Step.WaitUntil.Arm arm : wait.arms()) {
                    if (arm.until() instanceof WaitFor.OfEvent event) {
                        add(event.as(), event, new HashSet<>(used), checked, findings);
                        ofThisWait.add(event.as());
                    }
                }
                used.addAll(ofThisWait);
            }
        }
    }

    private static void add(String name, Object element, Set<String> used, CheckedJourney checked, Findings findings) {
        if (!name.isEmpty() && !used.add(name)) {
            findings.error(
                    ProblemCode.DUPLICATE_NAME,
                    checked.places().ofKey(element, "as").orElseGet(() -> checked.places()
                            .of(element)),
                    "the name '" + name + "' is used twice",
                    "give one of the two another name");
        }
    }
}

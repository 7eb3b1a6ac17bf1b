package dev.sendero.rules.check;

import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.time.Duration;
import java.util.List;

/** A sequence begins with something that happens, and what it waits for fits into its time. */
final class SequenceShape implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        if (!(checked.journey().trigger() instanceof Trigger.Sequence sequence)
                || sequence.items().isEmpty()) {
            return;
        }
        List<SequenceItem> items = sequence.items();
        if (items.get(0) instanceof SequenceItem.Absence first) {
            findings.error(
                    ProblemCode.SEQUENCE_ORDER,
                    checked.places().of(first),
                    "a sequence cannot begin with what does not happen",
                    "begin with an 'event', or use the trigger 'inactive'");
        }
        for (int index = 1; index < items.size(); index++) {
            if (items.get(index) instanceof SequenceItem.Absence second
                    && items.get(index - 1) instanceof SequenceItem.Absence) {
                findings.error(
                        ProblemCode.SEQUENCE_ORDER,
                        checked.places().of(second),
                        "'none_of' right after 'none_of'",
                        "put both into one, with the longer time");
            }
        }
        Duration absences = Duration.ZERO;
        for (SequenceItem item : items) {
            if (item instanceof SequenceItem.Absence absence) {
                absences = absences.plus(absence.lasting());
                if (absences.compareTo(sequence.within()) > 0) {
                    findings.error(
                            ProblemCode.SEQUENCE_ORDER,
                            checked.places().of(absence),
                            "the sequence's 'within' is over before this",
                            "make 'within' longer, or 'for' shorter");
                }
            }
        }
    }
}

package dev.sendero.rules.check;

import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.Set;

/** The segment that a trigger names is in one of the files of traits. */
final class KnownSegment implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        Set<String> known = checked.segments();
        if (checked.journey().trigger() instanceof Trigger.Segment trigger && !known.contains(trigger.segment())) {
            findings.error(
                    ProblemCode.UNKNOWN_SEGMENT,
                    checked.places().of(trigger),
                    "no segment '" + trigger.segment() + "' in traits/",
                    known.isEmpty()
                            ? "write its condition into a file there, under 'segments:'"
                            : DidYouMean.hint(trigger.segment(), known));
        }
    }
}

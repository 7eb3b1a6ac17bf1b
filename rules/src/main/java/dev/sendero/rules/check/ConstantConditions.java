package dev.sendero.rules.check;

import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Satisfiability;
import dev.sendero.rules.journey.reading.WrittenCondition;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;

/** Every condition can be true for some customer and false for another. */
final class ConstantConditions implements JourneyCheck {

    static final String NEVER_TRUE_HINT = "look at its bounds and at '&&' where '||' is meant";

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        checked.places().conditions().forEach(condition -> check(condition, findings));
    }

    /** Also where conditions stand in other files than journeys'. */
    static void check(WrittenCondition written, Findings findings) {
        if (canNeverBeTrue(written)) {
            findings.warning(
                    ProblemCode.CONSTANT_CONDITION,
                    written.place(),
                    "this is never true: its parts contradict each other",
                    NEVER_TRUE_HINT);
        } else if (written.condition() instanceof PlainCondition plain
                && !Satisfiability.canBeFalse(plain.predicate())) {
            findings.warning(
                    ProblemCode.CONSTANT_CONDITION,
                    written.place(),
                    "this is never false: it only asks whether its values are there",
                    "remove it, or ask that by has(…); look at '||' where '&&' is meant");
        }
    }

    static boolean canNeverBeTrue(WrittenCondition written) {
        return written.condition() instanceof PlainCondition plain && !Satisfiability.canBeTrue(plain.predicate());
    }
}

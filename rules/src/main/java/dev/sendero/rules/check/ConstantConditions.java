package dev.sendero.rules.check;

import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Satisfiability;
import dev.sendero.rules.journey.reading.WrittenCondition;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;

/** Every condition can be true for some customer and false for another. */
final class ConstantConditions implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        checked.places().conditions().forEach(condition -> check(condition, findings));
    }

    private static void check(WrittenCondition written, Findings findings) {
        if (!(written.condition() instanceof PlainCondition plain)) {
            return;
        }
        Predicate predicate = plain.predicate();
        if (!Satisfiability.canBeTrue(predicate)) {
            findings.warning(
                    ProblemCode.CONSTANT_CONDITION,
                    written.place(),
                    "this is never true: its parts contradict each other",
                    "look at its bounds and at '&&' where '||' is meant");
        } else if (!Satisfiability.canBeFalse(predicate)) {
            findings.warning(
                    ProblemCode.CONSTANT_CONDITION,
                    written.place(),
                    "this is never false: it only asks whether its values are there",
                    "remove it, or ask that by has(…); look at '||' where '&&' is meant");
        }
    }
}

package dev.sendero.rules.check;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Satisfiability;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every arm of a branch or wait can be taken: no earlier one takes all that it would. */
final class TakenArms implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step step : checked.journey().allSteps()) {
            if (checked.places().isBroken(step)) {
                continue;
            }
            if (step instanceof Step.Branch branch) {
                branch(branch, checked, findings);
            } else if (step instanceof Step.WaitUntil wait) {
                wait(wait, checked, findings);
            } else if (step instanceof Step.RandomSplit split) {
                split(split, checked, findings);
            }
        }
    }

    private static void branch(Step.Branch branch, CheckedJourney checked, Findings findings) {
        var before = new ArrayList<Condition>();
        for (Step.Branch.Arm arm : branch.arms()) {
            if (isCovered(arm.when(), before)) {
                report(
                        arm,
                        "no run goes this way: the conditions before are true whenever this one is",
                        "put it before them, or remove it",
                        checked,
                        findings);
            }
            before.add(arm.when());
        }
    }

    private static void wait(Step.WaitUntil wait, CheckedJourney checked, Findings findings) {
        var before = new ArrayList<Step.WaitUntil.Arm>();
        for (Step.WaitUntil.Arm arm : wait.arms()) {
            if (arm.until() instanceof WaitFor.OfEvent awaited) {
                List<Condition> ofSameEvents = before.stream()
                        .filter(other -> other.since().equals(arm.since()))
                        .map(other -> ((WaitFor.OfEvent) other.until()).match())
                        .filter(match -> match.event().equals(awaited.match().event()))
                        .map(EventMatch::where)
                        .toList();
                if (isCovered(awaited.match().where(), ofSameEvents)) {
                    report(
                            arm,
                            "no run goes this way: an arm before takes all of these events",
                            "put it before them, or remove it",
                            checked,
                            findings);
                }
                before.add(arm);
            }
        }
    }

    private static void split(Step.RandomSplit split, CheckedJourney checked, Findings findings) {
        for (Step.RandomSplit.Arm arm : split.arms()) {
            if (arm.share().isNone() && !arm.steps().isEmpty()) {
                report(
                        arm,
                        "no run goes this way: its share is nothing",
                        "give it a share, or remove it",
                        checked,
                        findings);
            }
        }
    }

    private static boolean isCovered(Condition condition, List<Condition> before) {
        if (before.stream().anyMatch(other -> isAlways(other) || other.equals(condition))) {
            return true;
        }
        return condition instanceof PlainCondition plain
                && Satisfiability.isCovered(
                        plain.predicate(),
                        before.stream().flatMap(TakenArms::predicate).toList());
    }

    private static boolean isAlways(Condition condition) {
        return condition == Condition.ALWAYS;
    }

    private static Stream<Predicate> predicate(Condition condition) {
        return condition instanceof PlainCondition plain ? Stream.of(plain.predicate()) : Stream.empty();
    }

    private static void report(Object arm, String message, String hint, CheckedJourney checked, Findings findings) {
        findings.warning(ProblemCode.UNREACHABLE_STEP, checked.places().of(arm), message, hint);
    }
}

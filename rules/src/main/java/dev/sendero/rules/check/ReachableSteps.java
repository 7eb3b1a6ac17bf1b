package dev.sendero.rules.check;

import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;

/** No step stands behind one that every run leaves at. */
final class ReachableSteps implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        list(checked.journey().steps(), checked, findings);
    }

    private static void list(List<Step> steps, CheckedJourney checked, Findings findings) {
        boolean ended = false;
        for (Step step : steps) {
            if (ended) {
                findings.warning(
                        ProblemCode.UNREACHABLE_STEP,
                        checked.places().of(step),
                        "no run comes to this step: all leave before it",
                        "remove it, or the 'exit' before it");
                return;
            }
            step.ways().forEach(way -> list(way, checked, findings));
            ended = ends(step);
        }
    }

    private static boolean ends(List<Step> steps) {
        return steps.stream().anyMatch(ReachableSteps::ends);
    }

    private static boolean ends(Step step) {
        if (step instanceof Step.Exit) {
            return true;
        }
        boolean waitsForEver =
                step instanceof Step.WaitUntil wait && wait.timeout().equals(SequenceItem.UNBOUNDED);
        List<List<Step>> ways = step.ways();
        return !ways.isEmpty()
                && ways.stream()
                        .limit(waitsForEver ? ways.size() - 1L : ways.size())
                        .allMatch(ReachableSteps::ends);
    }
}

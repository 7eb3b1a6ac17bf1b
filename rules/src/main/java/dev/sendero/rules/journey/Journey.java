package dev.sendero.rules.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.expression.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a journey.
 *
 * @param version 8 hexadecimal digits, the hash of the structure: of the file's meaning without title, stage,
 *     priority, state and migrate, and without what templates say
 * @param stage where in the customer's life it belongs, for pictures; empty when the file says nothing
 * @param migrate whether people inside older versions move to this one where it still has the step at which they are
 * @param priority who wins when a cap leaves room for one; higher first; 50 when the file says nothing
 * @param audience looked at once, at entry
 * @param conversions none or one
 * @param holdout the share that gets nothing
 */
public record Journey(
        JourneyId id,
        String version,
        String title,
        String stage,
        JourneyState state,
        boolean migrate,
        int priority,
        Trigger trigger,
        DetectorChoice detector,
        Condition audience,
        RunLimit runs,
        Reentry reentry,
        List<ExitRule> exits,
        List<ConversionGoal> conversions,
        Share holdout,
        List<Step> steps) {

    public Optional<ConversionGoal> conversion() {
        return conversions.stream().findFirst();
    }

    /** What the trigger's events must agree on. */
    public Correlation per() {
        return trigger.per();
    }

    /** All steps, also those inside others, in the order of the file. */
    public List<Step> allSteps() {
        var all = new ArrayList<Step>();
        addAll(steps, all);
        return List.copyOf(all);
    }

    /** Everything that it may send, in the order of the file. */
    public List<Step.Send> allSends() {
        return allSteps().stream().flatMap(step -> step.sends().stream()).toList();
    }

    private static void addAll(List<Step> steps, List<Step> all) {
        for (Step step : steps) {
            all.add(step);
            step.ways().forEach(way -> addAll(way, all));
        }
    }
}

package dev.sendero.cli.publish;

import dev.sendero.cli.publish.EntryForecast.Expected;
import dev.sendero.cli.publish.PublishPlan.PlannedJourney;
import dev.sendero.rules.expression.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What publishing would do, for people. */
final class PlanText {

    private PlanText() {}

    /** @param forecast empty without a history */
    static String of(PublishPlan plan, Optional<EntryForecast> forecast) {
        var text = new StringBuilder();
        plan.steps().forEach((journey, step) -> {
            text.append(journey).append(": ").append(inWords(step)).append('\n');
            lines(step).forEach(line -> text.append("  ").append(line).append('\n'));
            boolean running = step.fate() != PublishPlan.Fate.REMOVED && step.fate() != PublishPlan.Fate.LEFT;
            forecast.filter(it -> running).map(entries -> entries.of(journey)).ifPresent(expected -> text.append("  ")
                    .append(inWords(expected))
                    .append('\n'));
        });
        plan.newTraits().forEach(trait -> text.append("trait ")
                .append(trait.name())
                .append(": ")
                .append(inWords(trait))
                .append('\n'));
        return text.append(plan.isEmpty() ? "nothing would change" : "nothing has been changed: this is the plan")
                .append('\n')
                .toString();
    }

    private static String inWords(PlannedJourney step) {
        return switch (step.fate()) {
            case ADDED -> "would be added, version " + step.version();
            case NEW_VERSION -> "version " + step.version() + " would take the place of " + step.before();
            case UPDATED -> "would be updated, also for those who are inside";
            case REMOVED -> "would be ended: who is inside leaves";
            case UNCHANGED -> "stays as it is";
            case LEFT -> "is not in the project and stays as it is (--prune would end it)";
        };
    }

    private static String inWords(NewTrait trait) {
        return trait.becomesComplete()
                ? "would be new, and complete when it has been kept for " + DurationText.of(trait.over())
                : "would be new, and nothing from before would ever be in it";
    }

    private static List<String> lines(PlannedJourney step) {
        var lines = new ArrayList<String>();
        if (!step.changedFiles().isEmpty()) {
            lines.add("changed: " + String.join(", ", step.changedFiles()));
        }
        if (!step.pinned().isEmpty()) {
            lines.add(
                    step.migrates()
                            ? "who is inside moves to it from " + String.join(", ", step.pinned())
                                    + ", where it has the step at which they are"
                            : "pinned: who is inside " + String.join(", ", step.pinned()) + " finishes that");
        }
        return lines;
    }

    private static String inWords(Expected expected) {
        return String.format(
                Locale.ROOT,
                "%,d would enter within the hour; %,.1f in an hour of the history, %,d in its busiest",
                expected.withinTheHour(),
                expected.perHour(),
                expected.busiest());
    }
}

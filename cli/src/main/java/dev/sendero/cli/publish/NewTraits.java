package dev.sendero.cli.publish;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import dev.sendero.rules.trait.ComputedTrait;
import dev.sendero.rules.trait.TraitRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which of a project's traits a running job does not keep yet, so that nothing from before will be in them. */
final class NewTraits {

    private NewTraits() {}

    /** @param published what the job has by now */
    static List<String> inWords(Collection<JourneyPublication> published, Project project, Instant effectiveAt) {
        Optional<JourneyPublication> newest =
                published.stream().max(Comparator.comparing(JourneyPublication::effectiveAt));
        if (newest.isEmpty()) {
            return List.of();
        }
        Set<String> known = Publications.read(newest.get()).settings().profileRules().traits().stream()
                .map(trait -> trait.rule().text())
                .collect(Collectors.toSet());
        return project.settings().profileRules().traits().stream()
                .filter(trait -> !known.contains(trait.rule().text()))
                .map(trait -> inWords(trait, effectiveAt))
                .toList();
    }

    private static String inWords(ComputedTrait trait, Instant effectiveAt) {
        return "trait " + trait.name() + ": new, "
                + (trait.rule().over().equals(TraitRule.ALWAYS)
                        ? "nothing from before " + effectiveAt + " is in it"
                        : "complete from " + effectiveAt.plus(trait.rule().over()) + " on");
    }
}

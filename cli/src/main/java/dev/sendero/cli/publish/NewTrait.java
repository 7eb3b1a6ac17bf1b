package dev.sendero.cli.publish;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.UnnamedTraits;
import dev.sendero.rules.usage.JourneyUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trait of a project that a running job does not keep yet, so that nothing from before will be in it.
 *
 * @param name the text of the count or sum for one that a condition asks for without a name
 * @param over how far back it reaches; {@link TraitRule#ALWAYS} for as far as it goes
 */
record NewTrait(String name, Duration over) {

    /** @param published what the job has by now; nothing is new to a job that has nothing */
    static List<NewTrait> of(Collection<JourneyPublication> published, Project project) {
        Optional<JourneyPublication> newest =
                published.stream().max(Comparator.comparing(JourneyPublication::effectiveAt));
        if (newest.isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        for (JourneyPublication publication : published) {
            Project part = Publications.read(publication);
            unnamed(part.journeys().values()).values().forEach(rule -> known.add(rule.text()));
        }
        ofSettings(Publications.read(newest.get()).settings()).values().forEach(rule -> known.add(rule.text()));
        Map<String, TraitRule> wanted = ofSettings(project.settings());
        wanted.putAll(unnamed(project.journeys().values()));
        return wanted.entrySet().stream()
                .filter(trait -> !known.contains(trait.getValue().text()))
                .map(trait -> new NewTrait(trait.getKey(), trait.getValue().over()))
                .toList();
    }

    /** Those of the files of traits, and those that its segments ask for. */
    private static Map<String, TraitRule> ofSettings(Settings settings) {
        Map<String, TraitRule> rules = new TreeMap<>();
        settings.rules().traits().forEach(trait -> rules.put(trait.name(), trait.rule()));
        settings.rules()
                .segments()
                .forEach(segment ->
                        rules.putAll(UnnamedTraits.in(segment.condition().readings())));
        return rules;
    }

    private static Map<String, TraitRule> unnamed(Collection<Journey> journeys) {
        Map<String, TraitRule> rules = new TreeMap<>();
        journeys.forEach(journey -> rules.putAll(JourneyUsage.of(journey).unnamedTraits()));
        return rules;
    }

    /** Whether it will be as if it had always been kept, when its window has passed. */
    boolean becomesComplete() {
        return !over.equals(TraitRule.ALWAYS);
    }

    /** After it was published. */
    String inWords(Instant effectiveAt) {
        return "trait " + name + ": new, "
                + (becomesComplete()
                        ? "complete from " + effectiveAt.plus(over) + " on"
                        : "nothing from before " + effectiveAt + " is in it");
    }
}

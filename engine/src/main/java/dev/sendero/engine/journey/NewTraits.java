package dev.sendero.engine.journey;

import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.trait.TraitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says of computed traits that a running job begins to keep that nothing from before is in them. */
public final class NewTraits {

    private NewTraits() {}

    /**
     * One fact for each trait whose rule is new.
     *
     * @param before the rules of traits by their names or texts
     * @param now likewise, after the transition
     */
    public static List<Fact> facts(
            Map<String, TraitRule> before, Map<String, TraitRule> now, JourneyTransition transition) {
        if (transition.arrivals().isEmpty()) {
            return List.of();
        }
        Set<String> known = before.values().stream().map(TraitRule::text).collect(Collectors.toSet());
        JourneyPublication cause = transition.arrivals().get(0).version().publication();
        Instant time = Instant.ofEpochMilli(transition.time());
        return new TreeMap<>(now)
                .entrySet().stream()
                        .filter(trait -> !known.contains(trait.getValue().text()))
                        .map(trait -> new Fact(
                                time,
                                cause.journey(),
                                cause.version(),
                                RunId.NONE,
                                "",
                                FactType.TRAIT_NEW,
                                "",
                                "",
                                "",
                                trait.getKey() + ": " + inWords(trait.getValue().over(), time),
                                Money.NONE,
                                0))
                        .toList();
    }

    private static String inWords(Duration over, Instant time) {
        return over.equals(TraitRule.ALWAYS)
                ? "nothing from before " + time + " is in it"
                : "complete from " + time.plus(over) + " on";
    }
}

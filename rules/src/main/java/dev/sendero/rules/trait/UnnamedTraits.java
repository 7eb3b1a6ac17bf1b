package dev.sendero.rules.trait;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.UnnamedTrait;
import dev.sendero.rules.journey.EventMatch;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The traits that expressions ask for without giving them names. */
public final class UnnamedTraits {

    private static final String TRAITS = "traits";

    private UnnamedTraits() {}

    /** By their texts, which are their names in a profile. */
    public static Map<String, TraitRule> in(Collection<Reading> readings) {
        Map<String, TraitRule> rules = new TreeMap<>();
        for (Reading reading : readings) {
            List<String> path = reading.fields();
            if (reading.part() == Reading.Part.PROFILE
                    && path.size() == 2
                    && path.get(0).equals(TRAITS)) {
                UnnamedTrait.ofName(path.get(1)).ifPresent(trait -> rules.put(trait.name(), ruleOf(trait)));
            }
        }
        return rules;
    }

    private static TraitRule ruleOf(UnnamedTrait trait) {
        Duration over = trait.window().orElse(TraitRule.ALWAYS);
        List<EventMatch> events = List.of(new EventMatch(trait.event(), Condition.ALWAYS));
        return trait.isSum()
                ? new TraitRule.OfValue(
                        TraitRule.OfValue.Kind.SUM, new PropertyValue(trait.property()), events, over, true)
                : new TraitRule.Count(events, over);
    }
}

package dev.sendero.rules.usage;

import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.trait.TraitRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What computed traits look at in events. */
public final class TraitUsage {

    /** An amount is in the currency that its event names here, in capital letters or not. */
    public static final String CURRENCY = "currency";

    private TraitUsage() {}

    /** Which properties of events, by the events' names; events that are not here mean nothing to any of the traits. */
    public static Map<String, Fields> of(Collection<TraitRule> rules) {
        Map<String, Fields> byEvent = new HashMap<>();
        for (TraitRule rule : rules) {
            for (EventMatch match : rule.events()) {
                Fields fields = EventProperties.in(match.where().readings()).and(of(rule, match));
                byEvent.merge(match.event(), fields, Fields::and);
            }
        }
        return byEvent;
    }

    private static Fields of(TraitRule rule, EventMatch match) {
        if (rule instanceof TraitRule.OfValue ofValue) {
            Fields value = EventProperties.in(ofValue.value().readings());
            return ofValue.money() ? value.and(Fields.of(CURRENCY)) : value;
        }
        if (rule instanceof TraitRule.Collect collect) {
            // Of what is collected, everything may be asked for.
            return collect.added().contains(match) ? Fields.ALL : Fields.of(collect.by());
        }
        return Fields.NONE;
    }
}

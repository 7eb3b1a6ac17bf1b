package dev.sendero.core.trait;

import dev.sendero.api.Hash;
import dev.sendero.core.state.Slot;
import dev.sendero.core.state.Tally;
import dev.sendero.rules.trait.TraitRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which something is kept of customers, for one trait or for several.
 *
 * @param id a hash of the rule
 * @param label the name of one of its traits
 */
record KeptTrait(long id, String label, TraitRule rule, Computation computation) {

    static KeptTrait of(String name, TraitRule rule, String currency) {
        boolean money = rule instanceof TraitRule.OfValue ofValue && ofValue.money();
        return new KeptTrait(
                Long.parseUnsignedLong(Hash.of(16, "trait", rule.text(), money ? currency : ""), 16),
                name,
                rule,
                Computation.of(rule, currency));
    }

    boolean isBounded() {
        return computation.window().isBounded();
    }

    private @Nullable Tally tally(List<Tally> tallies) {
        for (Tally tally : tallies) {
            if (tally.rule() == id) {
                return tally;
            }
        }
        return null;
    }

    /** A JSON value; null when it is unknown. */
    @Nullable
    Object value(List<Tally> tallies, long now) {
        Tally tally = tally(tallies);
        if (tally == null) {
            return computation.remembersBeingEmpty() ? null : computation.value(List.of(), now);
        }
        return computation.value(tally.slots(), now);
    }

    /** Applies an event to one customer's list of tallies, in place; returns whether it changed anything. */
    boolean take(Happening happening, List<Tally> tallies) {
        Tally known = tally(tallies);
        List<Slot> before = known == null ? List.of() : known.slots();
        List<Slot> after = computation.after(before, happening);
        if (after == before) {
            return false;
        }
        if (known != null) {
            tallies.remove(known);
        }
        if (!after.isEmpty() || computation.remembersBeingEmpty()) {
            tallies.add(new Tally(id, after));
        }
        return true;
    }
}

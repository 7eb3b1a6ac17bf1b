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

    /** Below 0 for none. */
    private int indexIn(List<Tally> tallies) {
        for (int index = 0; index < tallies.size(); index++) {
            if (tallies.get(index).rule() == id) {
                return index;
            }
        }
        return -1;
    }

    /** A JSON value; null when it is unknown. */
    @Nullable
    Object value(List<Tally> tallies, long now) {
        int index = indexIn(tallies);
        if (index < 0) {
            return computation.remembersBeingEmpty() ? null : computation.value(List.of(), now);
        }
        return computation.value(tallies.get(index).slots(), now);
    }

    /** Applies an event to one customer's list of tallies, in place; returns whether it changed anything. */
    boolean take(Happening happening, List<Tally> tallies) {
        int index = indexIn(tallies);
        List<Slot> before = index < 0 ? List.of() : tallies.get(index).slots();
        List<Slot> after = computation.after(before, happening);
        if (after == before) {
            return false;
        }
        boolean kept = !after.isEmpty() || computation.remembersBeingEmpty();
        if (index < 0 && kept) {
            tallies.add(new Tally(id, after));
        } else if (index >= 0 && kept) {
            tallies.set(index, new Tally(id, after));
        } else if (index >= 0) {
            tallies.remove(index);
        }
        return true;
    }
}

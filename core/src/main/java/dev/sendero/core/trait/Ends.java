package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.TraitRule.OfValue.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of the first or of the last event that has one. */
record Ends(Window window, TraitRule.OfValue rule) implements Computation {

    Ends(TraitRule.OfValue rule) {
        this(Window.of(rule.over()), rule);
    }

    @Override
    public List<Slot> after(List<Slot> before, Happening happening) {
        Object value = Values.of(rule, happening);
        return value == null
                        || (!before.isEmpty()
                                && isBehind(happening.at(), before.get(0).at()))
                ? before
                : List.of(new Slot(happening.at(), value, BigDecimal.ONE));
    }

    /** Of two events at one time, the one that is applied later is the later one. */
    private boolean isBehind(long at, long known) {
        return rule.kind() == Kind.FIRST ? at >= known : at < known;
    }

    @Override
    public @Nullable Object value(List<Slot> slots, long now) {
        return slots.isEmpty() || !window.has(slots.get(0), now)
                ? null
                : slots.get(0).value();
    }
}

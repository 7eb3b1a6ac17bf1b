package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value that most events have; of several that come as often, the one that came last. Of more than
 * {@link Slots#MOST} different values, the rarest give way.
 */
record Frequencies(Window window, TraitRule.OfValue rule) implements Computation {

    Frequencies(TraitRule.OfValue rule) {
        this(Window.of(rule.over()), rule);
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Slot> after(List<Slot> before, Happening happening) {
        Object value = Values.of(rule, happening);
        return value == null
                ? before
                : Slots.with(
                        before,
                        new Slot(happening.at(), value, BigDecimal.ONE),
                        window,
                        happening.latest(),
                        BigDecimal::add);
    }

    @Override
    public @Nullable Object value(List<Slot> slots, long now) {
        Map<Object, Slot> totals = new HashMap<>();
        Slot most = null;
        for (Slot slot : slots) {
            if (window.has(slot, now)) {
                Slot total = totals.merge(slot.value(), slot, Frequencies::together);
                most = most == null || most.value().equals(total.value()) || isMore(total, most) ? total : most;
            }
        }
        return most == null ? null : most.value();
    }

    private static Slot together(Slot one, Slot other) {
        return new Slot(
                Math.max(one.at(), other.at()), one.value(), one.amount().add(other.amount()));
    }

    private static boolean isMore(Slot one, Slot other) {
        int order = one.amount().compareTo(other.amount());
        return order > 0 || (order == 0 && one.at() > other.at());
    }
}

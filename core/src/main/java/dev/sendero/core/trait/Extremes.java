package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.TraitRule.OfValue.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The smallest or the largest number that events have. */
record Extremes(Window window, Numbers numbers, BinaryOperator<BigDecimal> further) implements Computation {

    Extremes(TraitRule.OfValue rule, String currency) {
        this(
                Window.of(rule.over()),
                new Numbers(rule, currency),
                rule.kind() == Kind.MIN ? BigDecimal::min : BigDecimal::max);
    }

    @Override
    public List<Slot> after(List<Slot> before, Happening happening) {
        BigDecimal number = numbers.of(happening);
        return number == null
                ? before
                : Slots.with(
                        before, new Slot(happening.at(), Slot.NO_VALUE, number), window, happening.latest(), further);
    }

    @Override
    public @Nullable Object value(List<Slot> slots, long now) {
        BigDecimal furthest = null;
        for (Slot slot : slots) {
            if (window.has(slot, now)) {
                furthest = furthest == null ? slot.amount() : further.apply(furthest, slot.amount());
            }
        }
        return furthest == null ? null : Amounts.json(furthest);
    }
}

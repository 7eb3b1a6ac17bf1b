package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events add: one each, points, or a value that they have. From 0. */
record Adding(Window window, Addend addend) implements Computation {

    /** What one event adds. */
    @FunctionalInterface
    interface Addend {

        /** Null for nothing. */
        @Nullable
        BigDecimal of(Happening happening);
    }

    static Adding counting(TraitRule.Count rule) {
        return new Adding(
                Window.of(rule.over()), happening -> happening.isOneOf(rule.events()) ? BigDecimal.ONE : null);
    }

    static Adding scoring(TraitRule.Points rule) {
        return new Adding(Window.of(rule.over()), happening -> {
            for (TraitRule.Points.Scored scored : rule.scores()) {
                if (happening.is(scored.match())) {
                    return scored.points();
                }
            }
            return null;
        });
    }

    static Adding summing(TraitRule.OfValue rule, String currency) {
        var values = new Numbers(rule, currency);
        return new Adding(Window.of(rule.over()), values::of);
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Slot> after(List<Slot> before, Happening happening) {
        BigDecimal added = addend.of(happening);
        return added == null
                ? before
                : Slots.with(
                        before,
                        new Slot(happening.at(), Slot.NO_VALUE, added),
                        window,
                        happening.latest(),
                        Amounts::sum);
    }

    @Override
    public Object value(List<Slot> slots, long now) {
        return Amounts.json(Amounts.sum(slots, window, now));
    }
}

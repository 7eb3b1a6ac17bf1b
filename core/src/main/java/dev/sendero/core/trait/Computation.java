package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.TraitRule.OfValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a trait is kept and what it comes to. Immutable, as are the lists that it takes and gives. */
sealed interface Computation permits Adding, Extremes, Collecting, Frequencies, Ends {

    /** @param currency the project's */
    static Computation of(TraitRule rule, String currency) {
        if (rule instanceof TraitRule.Count count) {
            return Adding.counting(count);
        }
        if (rule instanceof TraitRule.Points points) {
            return Adding.scoring(points);
        }
        if (rule instanceof TraitRule.Collect collect) {
            return new Collecting(collect);
        }
        var ofValue = (OfValue) rule;
        return switch (ofValue.kind()) {
            case SUM -> Adding.summing(ofValue, currency);
            case MIN, MAX -> new Extremes(ofValue, currency);
            case MOST_FREQUENT -> new Frequencies(ofValue);
            case FIRST, LAST -> new Ends(ofValue);
        };
    }

    Window window();

    /** What is to be kept after an event that may change it; the very same list where it does not. */
    List<Slot> after(List<Slot> before, Happening happening);

    /** A JSON value; null when it is unknown. Slots that a window has no more do not count. */
    @Nullable
    Object value(List<Slot> slots, long now);

    /** Whether one event that is taken up twice comes to something else than once. */
    default boolean counts() {
        return false;
    }

    /** Whether to have nothing left is something else than to have had nothing. */
    default boolean remembersBeingEmpty() {
        return false;
    }
}

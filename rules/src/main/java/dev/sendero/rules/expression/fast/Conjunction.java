package dev.sendero.rules.expression.fast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Conditions that must all be true.
 *
 * @param parts none of them a conjunction itself
 */
public record Conjunction(List<Predicate> parts) {

    public static Conjunction of(Predicate predicate) {
        return new Conjunction(partsOf(predicate));
    }

    static List<Predicate> partsOf(Predicate predicate) {
        if (!(predicate instanceof Predicate.And and)) {
            return List.of(predicate);
        }
        var parts = new ArrayList<>(partsOf(and.left()));
        parts.addAll(partsOf(and.right()));
        return List.copyOf(parts);
    }

    /** The part that is a threshold; of several, the same one whatever their order and their numbers are. */
    public Optional<Threshold> threshold() {
        return parts.stream()
                .flatMap(part -> Threshold.of(part).stream())
                .min(Comparator.comparing(Threshold::text).thenComparingDouble(Threshold::bound));
    }

    /** The part that asks for a certain text; of several, the same one whatever their order is. */
    public Optional<ExpectedText> expectedText() {
        return parts.stream()
                .flatMap(part -> ExpectedText.of(part).stream())
                .min(Comparator.comparing(ExpectedText::property).thenComparing(ExpectedText::text));
    }

    /** What else must be true; empty when nothing must. */
    public Optional<Predicate> without(Predicate part) {
        return parts.stream().filter(other -> !other.equals(part)).reduce(Predicate.And::new);
    }
}

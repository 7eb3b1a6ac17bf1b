package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.fast.Predicate.Compared;
import dev.sendero.rules.expression.fast.Predicate.Relation;
import java.util.Optional;

/**
 * A condition that holds for numbers on one side of a bound: {@code event.properties.price >= 20}.
 *
 * @param property its name in the event's properties
 * @param relation of the property to the bound
 * @param bound exact as a double, and so small that no whole number beyond is rounded to it
 * @param predicate the condition itself
 */
public record Threshold(String property, Relation relation, double bound, Predicate predicate) {

    private static final double EXACT = 1L << 53;

    static Optional<Threshold> of(Predicate predicate) {
        return predicate instanceof Compared compared
                ? of(compared, compared.left(), compared.relation(), compared.right())
                        .or(() -> of(
                                compared, compared.right(), compared.relation().mirrored(), compared.left()))
                : Optional.empty();
    }

    private static Optional<Threshold> of(Predicate predicate, Operand property, Relation relation, Operand bound) {
        return bound instanceof Operand.Constant constant
                        && constant.value() instanceof Number number
                        && Math.abs(number.doubleValue()) < EXACT
                ? EventProperty.of(property)
                        .map(name -> new Threshold(name, relation, number.doubleValue() + 0.0, predicate))
                : Optional.empty();
    }

    /** All but the bound, for comparison and for hashes. */
    public String text() {
        return PredicateText.quoted(property) + " " + relation;
    }

    /** Whether a value is on this side of the bound. Exact also for a whole number that a double only comes near. */
    public boolean isMetBy(double value) {
        return relation.holds(Double.compare(value + 0.0, bound));
    }
}

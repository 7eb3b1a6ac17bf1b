package dev.sendero.rules.expression.fast;

import java.util.Optional;

/**
 * A condition that holds only for one text: {@code event.properties.category == "lamps"}.
 *
 * @param property its name in the event's properties
 * @param predicate the condition itself
 */
public record ExpectedText(String property, String text, Predicate predicate) {

    static Optional<ExpectedText> of(Predicate predicate) {
        return predicate instanceof Predicate.Equal equal
                ? of(equal, equal.left(), equal.right()).or(() -> of(equal, equal.right(), equal.left()))
                : Optional.empty();
    }

    private static Optional<ExpectedText> of(Predicate predicate, Operand property, Operand text) {
        return text instanceof Operand.Constant constant && constant.value() instanceof String expected
                ? EventProperty.of(property).map(name -> new ExpectedText(name, expected, predicate))
                : Optional.empty();
    }
}

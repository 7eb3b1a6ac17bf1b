package dev.sendero.rules.expression.fast;

import java.util.Optional;

/** Paths that lead to a property of the event itself, such as {@code event.properties.price}. */
final class EventProperty {

    private static final String PROPERTIES = "properties";

    private EventProperty() {}

    /** The property's name; empty for any other operand. */
    static Optional<String> of(Operand operand) {
        return operand instanceof Path path
                        && path.root() == Root.EVENT
                        && path.kind() == Path.Kind.PLAIN
                        && path.fields().size() == 2
                        && path.fields().get(0).equals(PROPERTIES)
                ? Optional.of(path.fields().get(1))
                : Optional.empty();
    }
}

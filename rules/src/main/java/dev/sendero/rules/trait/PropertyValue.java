package dev.sendero.rules.trait;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A property of the event, by its name. */
record PropertyValue(String property) implements Expression {

    private static final String PROPERTIES = "properties";

    @Override
    public Optional<Object> evaluate(Scope scope) {
        return scope.inEvent(PROPERTIES) instanceof Map<?, ?> properties
                ? Optional.ofNullable(properties.get(property))
                : Optional.empty();
    }

    @Override
    public String source() {
        return "event.properties." + property;
    }

    @Override
    public Set<Reading> readings() {
        return Set.of(Reading.of(Reading.Part.EVENT, List.of(PROPERTIES, property)));
    }
}

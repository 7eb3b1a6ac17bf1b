package dev.sendero.rules.expression;

import java.util.Optional;
import java.util.Set;

/** A compiled expression that gives a value. */
public interface Expression {

    /** The value as a JSON value; empty when something it needs is missing or of the wrong type. Never throws. */
    Optional<Object> evaluate(Scope scope);

    /** As written in the file. */
    String source();

    /** All that {@link #evaluate} may look at, but the time. */
    default Set<Reading> readings() {
        return Reading.ANYTHING;
    }
}

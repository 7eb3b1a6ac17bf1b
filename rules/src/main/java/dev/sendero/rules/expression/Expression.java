package dev.sendero.rules.expression;

import java.util.Optional;

/** A compiled expression that gives a value. */
public interface Expression {

    /** The value as a JSON value; empty when something it needs is missing or of the wrong type. Never throws. */
    Optional<Object> evaluate(Scope scope);

    /** As written in the file. */
    String source();
}

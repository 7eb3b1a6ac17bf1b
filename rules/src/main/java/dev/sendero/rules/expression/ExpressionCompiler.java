package dev.sendero.rules.expression;

import java.util.Set;

/** Compiles CEL. Safe for many threads. */
public interface ExpressionCompiler {

    /** A source that does not give true or false is refused. */
    Compilation<Condition> condition(String source, Vocabulary vocabulary);

    Compilation<Expression> value(String source, Vocabulary vocabulary);

    /** @param captured names of the trigger's items that the expression may use */
    default Compilation<Condition> condition(String source, Use use, Set<String> captured) {
        return condition(source, Vocabulary.untyped(use, captured));
    }

    /** @param captured names of the trigger's items that the expression may use */
    default Compilation<Expression> value(String source, Use use, Set<String> captured) {
        return value(source, Vocabulary.untyped(use, captured));
    }
}

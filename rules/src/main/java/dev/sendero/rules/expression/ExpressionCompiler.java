package dev.sendero.rules.expression;

import java.util.Set;

/** Compiles CEL. Safe for many threads. */
public interface ExpressionCompiler {

    /** @param captured names of the trigger's items that the expression may use */
    Compilation<Condition> condition(String source, Use use, Set<String> captured);

    /** @param captured names of the trigger's items that the expression may use */
    Compilation<Expression> value(String source, Use use, Set<String> captured);
}

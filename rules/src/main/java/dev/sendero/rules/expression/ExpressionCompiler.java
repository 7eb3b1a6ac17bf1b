package dev.sendero.rules.expression;

/** Compiles CEL. Safe for many threads. */
public interface ExpressionCompiler {

    /** A source that does not give true or false is refused. */
    Compilation<Condition> condition(String source, Vocabulary vocabulary);

    Compilation<Expression> value(String source, Vocabulary vocabulary);
}

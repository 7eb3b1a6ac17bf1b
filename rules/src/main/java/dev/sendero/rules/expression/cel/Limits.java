package dev.sendero.rules.expression.cel;

/** What an expression may cost; more is a mistake or an attack. */
final class Limits {

    /** Code points of a source. */
    static final int SOURCE_LENGTH = 4_000;

    /** Levels of brackets, calls and selections. */
    static final int NESTING = 100;

    /** Parts of a parsed expression, macros expanded. */
    static final int NODES = 2_000;

    /** Steps of all {@code exists}, {@code all}, {@code map} and {@code filter} in one evaluation. */
    static final int ITERATIONS = 500;

    /** Instructions of a regular expression, as RE2 counts them. */
    static final int REGEX_PROGRAM = 2_000;

    private Limits() {}
}

package dev.sendero.rules.problem;

import java.util.Locale;

/** The kinds of problem. Each has a golden example among the tests. */
public enum ProblemCode {
    FILE_REFUSED,
    YAML_SYNTAX,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    EXPRESSION,
    TEMPLATE_MISSING,
    TEMPLATE_SYNTAX;

    /** As people see and search it: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.sendero.rules.problem;

import java.util.Locale;

/** The kinds of problem. Each has a golden example among the tests. */
public enum ProblemCode {
    // files
    FILE_REFUSED,
    MISSING_FILE,
    FILE_NAME,

    // YAML
    YAML_SYNTAX,
    YAML_TRAP,
    YAML_FEATURE,
    DUPLICATE_KEY,

    // shape
    UNKNOWN_KEY,
    MISSING_KEY,
    CONFLICTING_KEYS,
    WRONG_TYPE,
    WRONG_VALUE,
    NOT_YET_SUPPORTED,
    UNKNOWN_TRIGGER,
    UNKNOWN_STEP,
    SECRET,

    // meaning
    EXPRESSION,
    UNKNOWN_EVENT,
    UNKNOWN_GROUP,
    UNKNOWN_SEGMENT,
    UNKNOWN_STAGE,
    UNKNOWN_STEP_ID,
    UNKNOWN_JOURNEY,
    GROUP_CHANNEL,
    DUPLICATE_ID,
    MISSING_ID,
    DUPLICATE_NAME,
    NO_RECEIPT,
    SHARES,
    SEQUENCE_ORDER,
    CEP_PATTERN,
    UNREACHABLE_STEP,
    CHANGES_NOTHING,
    CAP_EXCEEDED,
    CONSTANT_CONDITION,
    EMPTY_GROUP,
    JOURNEY_CIRCLE,

    // templates
    TEMPLATE_MISSING,
    TEMPLATE_SYNTAX,
    TEMPLATE_VARIABLE;

    /** As people see and search it: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.sendero.rules.expression;

/** What a condition comes to. Over something missing or of the wrong type it is {@link #UNKNOWN}. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** To enter, to continue and to branch, a condition must be true. */
    public boolean isTrue() {
        return this == TRUE;
    }

    /** To cancel, it is enough that a condition may be true. */
    public boolean mayBeTrue() {
        return this != FALSE;
    }

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}

package dev.sendero.rules.expression;

/** Where an expression stands, which decides what it may name. */
public enum Use {
    /** {@code where} inside a trigger: {@code event}, {@code profile}, {@code now} and the items captured so far. */
    TRIGGER,
    /** {@code audience}, {@code if}, {@code when}, {@code set}: {@code profile}, {@code run}, {@code now}. */
    RUN,
    /** {@code where} of exits, waits and conversions: {@code event} besides. */
    EVENT_IN_RUN,
    /** A segment's condition: {@code profile}, {@code now}. */
    PROFILE,
    /** In a computed trait: {@code event}, {@code now}. */
    EVENT
}

package dev.sendero.rules.expression;

import java.util.Locale;

/** What a property of an event may be. */
public enum PropertyType {
    STRING,
    NUMBER,
    BOOLEAN,
    LIST,
    OBJECT;

    /** As in {@code events.yaml}: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.sendero.rules.plan;

import java.util.Locale;
import java.util.Optional;

/** What a property of an event holds, as {@code events.yaml} declares it. */
public enum PropertyType {
    STRING,
    NUMBER,
    BOOLEAN,
    LIST,
    OBJECT,
    /** Anything: declared, but not checked. */
    ANY;

    /** As people write it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PropertyType> ofWord(String word) {
        for (PropertyType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

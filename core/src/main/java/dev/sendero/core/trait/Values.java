package dev.sendero.core.trait;

import dev.sendero.rules.trait.TraitRule;
import org.jspecify.annotations.Nullable;

/** Values that events have: texts, numbers, true and false. What is longer than any of these has to be does not count. */
final class Values {

    /** Characters of a text. */
    static final int LONGEST = 1_000;

    private Values() {}

    /** Null for an event without such a value. */
    static @Nullable Object of(TraitRule.OfValue rule, Happening happening) {
        if (!happening.isOneOf(rule.events())) {
            return null;
        }
        Object value = rule.value().evaluate(happening).orElse(null);
        return value != null && isSmall(value) ? value : null;
    }

    static boolean isSmall(Object value) {
        return value instanceof String text
                ? !text.isEmpty() && text.length() <= LONGEST
                : value instanceof Number || value instanceof Boolean;
    }
}

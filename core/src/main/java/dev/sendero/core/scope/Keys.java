package dev.sendero.core.scope;

import dev.sendero.api.event.Event;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.Correlation;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says about the property that the events of a situation must agree on. */
public final class Keys {

    /** The event does not say. */
    public static final String MISSING = "";

    private Keys() {}

    /** The property's text; {@link #MISSING} without the property, or where it is empty, an object or a list. */
    public static String of(Event event, Correlation per) {
        return textOf(event.properties().get(per.propertyIn(event.name())));
    }

    /** Likewise, of an event as conditions see it. */
    public static String of(Map<String, Object> event, Correlation per) {
        String property = per.propertyIn(String.valueOf(event.get("name")));
        return event.get("properties") instanceof Map<?, ?> properties ? textOf(properties.get(property)) : MISSING;
    }

    private static String textOf(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof Collection ? MISSING : value.toString();
    }

    /** Whether an event is about a key; unknown when it does not say. */
    public static Truth agreement(Event event, Correlation per, String key) {
        if (per.isNone()) {
            return Truth.TRUE;
        }
        String found = of(event, per);
        return found.isEmpty() ? Truth.UNKNOWN : Truth.of(found.equals(key));
    }

    /** Of two truths that must both hold. */
    public static Truth both(Truth left, Truth right) {
        if (left == Truth.FALSE || right == Truth.FALSE) {
            return Truth.FALSE;
        }
        return left == Truth.TRUE ? right : Truth.UNKNOWN;
    }
}

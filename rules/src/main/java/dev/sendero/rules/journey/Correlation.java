package dev.sendero.rules.journey;

import java.util.Map;

/**
 * The property that a situation's events must agree on: {@code per}.
 *
 * @param property its name in the events' properties; empty when nothing is asked
 * @param except for some events by name, another property
 */
public record Correlation(String property, Map<String, String> except) {

    /** The whole customer. */
    public static final Correlation NONE = new Correlation("", Map.of());

    public boolean isNone() {
        return property.isEmpty();
    }

    /** The property that names the key in events of this name. */
    public String propertyIn(String eventName) {
        return except.getOrDefault(eventName, property);
    }
}

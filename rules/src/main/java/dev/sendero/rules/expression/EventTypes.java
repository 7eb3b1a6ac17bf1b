package dev.sendero.rules.expression;

import java.util.Map;

/**
 * What {@code events.yaml} says of the properties of events.
 *
 * @param properties by event, then by property; an event that is not there may have any property
 */
public record EventTypes(Map<String, Map<String, PropertyType>> properties) {

    /** Nothing is known: every event may have every property. */
    public static final EventTypes UNKNOWN = new EventTypes(Map.of());
}

package dev.sendero.rules.plan;

import java.util.SortedMap;

/**
 * One event of the tracking plan.
 *
 * @param properties their types by name; a property that is not declared may still come
 */
public record PlannedEvent(String name, SortedMap<String, PropertyType> properties) {}

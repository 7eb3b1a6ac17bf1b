package dev.sendero.rules.plan;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code events.yaml}: the events that a project knows.
 *
 * @param declared whether there is such a file; without it, every event and every property is allowed
 * @param events by name
 */
public record TrackingPlan(boolean declared, SortedMap<String, PlannedEvent> events) {

    /** What a project without {@code events.yaml} has. */
    public static final TrackingPlan NONE = new TrackingPlan(false, Collections.emptySortedMap());

    public Optional<PlannedEvent> event(String name) {
        return Optional.ofNullable(events.get(name));
    }

    /**
     * The types of the properties that an expression may name when it looks at one of these events: a property that two
     * of them type differently may be anything.
     */
    public SortedMap<String, PropertyType> propertiesOf(Iterable<String> eventNames) {
        var merged = new TreeMap<String, PropertyType>();
        for (String name : eventNames) {
            event(name).ifPresent(event -> event.properties()
                    .forEach((property, type) ->
                            merged.merge(property, type, (one, other) -> one == other ? one : PropertyType.ANY)));
        }
        return merged;
    }
}

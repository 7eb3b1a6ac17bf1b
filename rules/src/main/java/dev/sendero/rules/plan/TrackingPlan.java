package dev.sendero.rules.plan;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code events.yaml}: the events that a project knows.
 *
 * @param declared whether there is a list of events; without it, every event and every property is allowed
 * @param events by name, those that are made from others among them
 * @param made which events are made from others
 */
public record TrackingPlan(boolean declared, SortedMap<String, PlannedEvent> events, MadeEvents made) {

    /** What a project without {@code events.yaml} has. */
    public static final TrackingPlan NONE = new TrackingPlan(false, Collections.emptySortedMap());

    /** All events are as they were sent. */
    public TrackingPlan(boolean declared, SortedMap<String, PlannedEvent> events) {
        this(declared, events, MadeEvents.NONE);
    }

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

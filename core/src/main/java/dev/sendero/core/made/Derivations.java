package dev.sendero.core.made;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.rules.plan.Derivation;
import dev.sendero.rules.plan.MadeEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events from events, one for each element of a list. What is made is of the same customer and time, and comes
 * right after the event from which it is made, in the order of the list. Immutable.
 */
public final class Derivations {

    /** Of a longer list the first so many count: an order has no more lines, and each costs a decision. */
    public static final int MOST_ELEMENTS = 1_000;

    private final Map<String, List<Derivation>> bySource;

    private Derivations(Map<String, List<Derivation>> bySource) {
        this.bySource = bySource;
    }

    public static Derivations of(MadeEvents made) {
        Map<String, List<Derivation>> bySource = new HashMap<>();
        made.derivations().values().forEach(derivation -> bySource.computeIfAbsent(
                        derivation.from(), name -> new ArrayList<>())
                .add(derivation));
        return new Derivations(bySource);
    }

    /** What is made from an event; nothing of most. */
    public List<Event> from(Event event) {
        List<Derivation> derivations = bySource.get(event.name());
        if (derivations == null) {
            return List.of();
        }
        var made = new ArrayList<Event>();
        for (Derivation derivation : derivations) {
            if (event.properties().get(derivation.each()) instanceof Collection<?> elements) {
                elements.stream()
                        .limit(MOST_ELEMENTS)
                        .forEach(element -> made.add(made(event, derivation, made.size(), element)));
            }
        }
        return made;
    }

    private static Event made(Event event, Derivation derivation, int ordinal, Object element) {
        Map<String, Object> properties = new LinkedHashMap<>(event.properties());
        properties.remove(derivation.each());
        if (element instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> properties.put(String.valueOf(name), value));
        } else {
            properties.put(Derivation.VALUE, element);
        }
        return new Event(
                new EventId(event.id() + "#" + ordinal),
                EventType.TRACK,
                derivation.name(),
                event.customer(),
                event.anonymousId(),
                event.timestamp(),
                properties,
                Map.of());
    }
}

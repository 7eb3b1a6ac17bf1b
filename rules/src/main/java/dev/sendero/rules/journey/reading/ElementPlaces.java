package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a journey stand in its file. Parts are told apart by identity, because equal steps may stand at
 * several places.
 */
public final class ElementPlaces {

    private final Place journey;
    private final IdentityHashMap<Object, Place> elements = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Map<String, Place>> keys = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Boolean> broken = new IdentityHashMap<>();
    private final List<WrittenCondition> conditions = new ArrayList<>();

    ElementPlaces(Place journey) {
        this.journey = journey;
    }

    <T> T put(T element, Place place) {
        elements.put(element, place);
        return element;
    }

    void putKey(Object element, String key, Place place) {
        keys.computeIfAbsent(element, unseen -> new HashMap<>()).put(key, place);
    }

    void markBroken(Object element) {
        broken.put(element, true);
    }

    void add(WrittenCondition condition) {
        conditions.add(condition);
    }

    /** All conditions without an error, in the order in which they were read. */
    public List<WrittenCondition> conditions() {
        return List.copyOf(conditions);
    }

    /** The journey's beginning for what has no place of its own. */
    public Place of(Object element) {
        return elements.getOrDefault(element, journey);
    }

    /** Where the value of one of a part's keys stands, if the file writes that key. */
    public Optional<Place> ofKey(Object element, String key) {
        return Optional.ofNullable(keys.getOrDefault(element, Map.of()).get(key));
    }

    /** Whether a part only stands for one that could not be read, so that more about it would mislead. */
    public boolean isBroken(Object element) {
        return broken.containsKey(element);
    }
}

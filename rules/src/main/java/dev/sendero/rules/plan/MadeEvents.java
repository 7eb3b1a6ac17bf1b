package dev.sendero.rules.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which events are made from others.
 *
 * @param derivations by the name of what is made
 */
public record MadeEvents(SortedMap<String, Derivation> derivations) {

    /** All events are as they were sent. */
    public static final MadeEvents NONE = new MadeEvents(Collections.emptySortedMap());

    /** All names that {@code derive} speaks of. */
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        derivations.values().forEach(derivation -> Collections.addAll(names, derivation.name(), derivation.from()));
        return names;
    }
}

package dev.sendero.rules.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which events are made from others.
 *
 * @param derivations by the name of what is made
 * @param fanOuts by the name of the event about an item
 */
public record MadeEvents(SortedMap<String, Derivation> derivations, SortedMap<String, FanOut> fanOuts) {

    /** All events are as they were sent. */
    public static final MadeEvents NONE = new MadeEvents(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** All names that {@code derive} and {@code fan_out} speak of. */
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        derivations.values().forEach(derivation -> Collections.addAll(names, derivation.name(), derivation.from()));
        fanOuts.values().forEach(fanOut -> Collections.addAll(names, fanOut.event(), fanOut.interest()));
        return names;
    }
}

package dev.sendero.rules.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an expression may name, from where it stands in a file.
 *
 * @param events what {@code event} may be, by name; empty when it may be any event
 * @param captured the trigger's items that have a name, by that name
 */
public record Vocabulary(Use use, Set<String> events, Map<String, CapturedItem> captured) {

    /** Nothing is known of the events, so nothing is checked of their properties. */
    public static Vocabulary untyped(Use use, Set<String> captured) {
        var items = new TreeMap<String, CapturedItem>();
        captured.forEach(name -> items.put(name, new CapturedItem(Set.of(), true)));
        return new Vocabulary(use, Set.of(), items);
    }
}

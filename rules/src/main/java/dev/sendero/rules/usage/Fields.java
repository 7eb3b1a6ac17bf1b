package dev.sendero.rules.usage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some fields of a JSON object, by name; what is inside a field belongs to it.
 *
 * @param all whether it is every field there may be
 * @param names the fields, when it is not every one; empty otherwise
 */
public record Fields(boolean all, Set<String> names) {

    public static final Fields ALL = new Fields(true, Set.of());
    public static final Fields NONE = new Fields(false, Set.of());

    public Fields {
        names = all ? Set.of() : Set.copyOf(names);
    }

    public static Fields of(String... names) {
        return new Fields(false, Set.of(names));
    }

    public boolean isNone() {
        return !all && names.isEmpty();
    }

    public boolean contains(String name) {
        return all || names.contains(name);
    }

    public Fields and(Fields others) {
        if (all || others.all) {
            return ALL;
        }
        if (names.containsAll(others.names)) {
            return this;
        }
        var both = new TreeSet<>(names);
        both.addAll(others.names);
        return new Fields(false, both);
    }

    /** The object with these fields only, in its order; the object itself when nothing is to be left out. */
    public Map<String, Object> trim(Map<String, Object> object) {
        if (all || names.containsAll(object.keySet())) {
            return object;
        }
        var kept = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> {
            if (names.contains(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}

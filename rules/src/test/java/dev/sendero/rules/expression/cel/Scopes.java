package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tests say of scopes and what may be named there. */
final class Scopes {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Scope EMPTY = Scope.of(Map.of(), Map.of(), Map.of(), Map.of(), NOON);

    private Scopes() {}

    /** Of events nothing is known; every item may be repeated. */
    static Vocabulary vocabulary(Use use, String... items) {
        var captured = new HashMap<String, CapturedItem>();
        for (String item : items) {
            captured.put(item, new CapturedItem(Set.of(), true));
        }
        return new Vocabulary(use, Set.of(), captured);
    }

    /** @param namesAndValues property, value, property, value … */
    static Map<String, Object> event(String name, String timestamp, Object... namesAndValues) {
        var event = new HashMap<String, Object>();
        event.put("name", name);
        event.put("timestamp", timestamp);
        event.put("properties", object(namesAndValues));
        return event;
    }

    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            object.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return object;
    }

    /** An event with these properties, ten minutes before noon. */
    static Scope properties(Object... namesAndValues) {
        return Scope.of(
                event("Product Added", "2026-03-02T11:50:00Z", namesAndValues), Map.of(), Map.of(), Map.of(), NOON);
    }

    static Scope traits(Object... namesAndValues) {
        Map<String, Object> profile =
                Map.of("id", "ada", "traits", object(namesAndValues), "segments", List.of("vip", "newsletter"));
        return Scope.of(Map.of(), profile, Map.of(), Map.of(), NOON);
    }

    static Scope run(Map<String, Object> run) {
        return Scope.of(Map.of(), Map.of(), run, Map.of(), NOON);
    }

    static Scope captured(Map<String, Object> captured) {
        return Scope.of(event("X", "2026-03-02T11:50:00Z"), Map.of(), Map.of(), captured, NOON);
    }
}

package dev.sendero.core.scope;

import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as conditions and templates see them. */
public final class EventMaps {

    /** Under which a captured item that occurred several times lists all of its events. */
    public static final String ALL = "all";

    private EventMaps() {}

    /** {@code name}, {@code timestamp} (ISO 8601 text) and {@code properties}. */
    public static Map<String, Object> of(Event event) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", event.name());
        map.put("timestamp", event.timestamp().toString());
        map.put("properties", event.properties());
        return map;
    }

    /** An event's map, out of where it is one value among others. */
    @SuppressWarnings("unchecked") // JSON objects have texts as keys.
    public static Map<String, Object> typed(Map<?, ?> event) {
        return (Map<String, Object>) event;
    }

    /** One field of {@link #of}, without the rest. */
    public static @Nullable Object field(Event event, String field) {
        return switch (field) {
            case "name" -> event.name();
            case "timestamp" -> event.timestamp().toString();
            case "properties" -> event.properties();
            default -> null;
        };
    }

    /** The newest event of an item that occurs several times, with all of the item's events so far under {@code all}. */
    public static Map<String, Object> newestOf(Object previous, Map<String, Object> newest) {
        var all = new ArrayList<Object>();
        if (previous instanceof Map<?, ?> before && before.get(ALL) instanceof List<?> earlier) {
            all.addAll(earlier);
        }
        all.add(newest);
        var map = new LinkedHashMap<>(newest);
        map.put(ALL, all);
        return map;
    }
}

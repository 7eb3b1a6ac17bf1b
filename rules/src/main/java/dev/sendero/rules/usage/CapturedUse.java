package dev.sendero.rules.usage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a journey looks at in an event that it has captured. The map of such an event has {@code name}, {@code
 * timestamp}, {@code properties}, and {@code all} when the item occurs several times.
 *
 * @param used whether it is looked at in any way; when not, it need not be kept
 * @param name whether its name is looked at
 * @param timestamp whether its time is looked at
 * @param list whether the item's other events are looked at, under {@code all}; in each of them the same as here
 * @param properties which properties are looked at
 */
public record CapturedUse(boolean used, boolean name, boolean timestamp, boolean list, Fields properties) {

    public static final CapturedUse NONE = new CapturedUse(false, false, false, false, Fields.NONE);
    public static final CapturedUse ALL = new CapturedUse(true, true, true, true, Fields.ALL);

    static final CapturedUse PRESENCE = new CapturedUse(true, false, false, false, Fields.NONE);
    static final CapturedUse NAME = new CapturedUse(true, true, false, false, Fields.NONE);
    static final CapturedUse TIMESTAMP = new CapturedUse(true, false, true, false, Fields.NONE);
    static final CapturedUse LIST_PRESENCE = new CapturedUse(true, false, false, true, Fields.NONE);

    static CapturedUse ofProperties(Fields properties) {
        return new CapturedUse(true, false, false, false, properties);
    }

    public CapturedUse and(CapturedUse other) {
        return new CapturedUse(
                used || other.used,
                name || other.name,
                timestamp || other.timestamp,
                list || other.list,
                properties.and(other.properties));
    }

    /**
     * The map of a captured event with what is looked at; {@code properties} is always there when the event is used.
     * Conditions, expressions and templates come to the same with it. Trimming twice changes nothing more.
     */
    public Map<String, Object> trim(Map<String, Object> event) {
        var kept = new LinkedHashMap<String, Object>();
        event.forEach((field, value) -> {
            switch (field) {
                case "name" -> putIf(name, kept, field, value);
                case "timestamp" -> putIf(timestamp, kept, field, value);
                case "all" -> putIf(list, kept, field, trimEach(value));
                default -> putIf(used, kept, field, trimProperties(value));
            }
        });
        return kept;
    }

    private static void putIf(boolean looked, Map<String, Object> kept, String field, Object value) {
        if (looked) {
            kept.put(field, value);
        }
    }

    private Object trimEach(Object events) {
        var trimmed = new ArrayList<Object>();
        if (events instanceof List<?> list) {
            for (Object event : list) {
                trimmed.add(event instanceof Map<?, ?> map ? trim(typed(map)) : event);
            }
        }
        return trimmed;
    }

    private Object trimProperties(Object value) {
        return value instanceof Map<?, ?> map ? properties.trim(typed(map)) : value;
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys.
    private static Map<String, Object> typed(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}

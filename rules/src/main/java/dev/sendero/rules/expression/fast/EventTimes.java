package dev.sendero.rules.expression.fast;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the times of events comparable: a scope holds them as text, as they are in JSON. */
final class EventTimes {

    private static final String TIMESTAMP = "timestamp";

    private EventTimes() {}

    static @Nullable Instant instant(Object text) {
        try {
            return text instanceof String iso ? Instant.parse(iso) : null;
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    static Object inEvent(Object value) {
        if (!(value instanceof Map<?, ?> event)) {
            return value;
        }
        var withTime = new LinkedHashMap<Object, Object>(event);
        Object text = event.get(TIMESTAMP);
        Instant time = text == null ? null : instant(text);
        if (time != null) {
            withTime.put(TIMESTAMP, time);
        }
        if (event.get("all") instanceof List<?> all) {
            withTime.put("all", inEvents(all));
        }
        return withTime;
    }

    static Object inEvents(Object value) {
        if (!(value instanceof List<?> events)) {
            return value;
        }
        var withTimes = new ArrayList<Object>(events.size());
        for (Object event : events) {
            withTimes.add(inEvent(event));
        }
        return withTimes;
    }
}

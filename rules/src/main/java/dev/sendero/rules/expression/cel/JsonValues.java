package dev.sendero.rules.expression.cel;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a JSON value of what an expression gave: times become ISO 8601, durations their seconds, as in {@code 90s}. */
final class JsonValues {

    private JsonValues() {}

    /** Empty for what JSON has not, such as an infinite number. */
    static Optional<Object> of(@Nullable Object value) {
        return Optional.ofNullable(convert(value));
    }

    private static @Nullable Object convert(@Nullable Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof Instant time) {
            return time.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toSeconds() + "s";
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return null;
    }

    private static @Nullable Object list(List<?> list) {
        var converted = new ArrayList<Object>(list.size());
        for (Object element : list) {
            if (element instanceof NullValue) {
                continue;
            }
            Object value = convert(element);
            if (value == null) {
                return null;
            }
            converted.add(value);
        }
        return converted;
    }

    private static @Nullable Object object(Map<?, ?> map) {
        var converted = new LinkedHashMap<String, Object>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() instanceof NullValue) {
                continue;
            }
            Object value = convert(entry.getValue());
            if (value == null) {
                return null;
            }
            converted.put(String.valueOf(entry.getKey()), value);
        }
        return converted;
    }
}

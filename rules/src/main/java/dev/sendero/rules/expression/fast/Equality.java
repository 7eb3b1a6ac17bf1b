package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether two values are equal. Values of different kinds, such as a text and a number, are not comparable: whether
 * they are equal is unknown, so that a wrongly typed property makes neither {@code ==} nor {@code !=} true.
 */
public final class Equality {

    private Equality() {}

    public static Truth of(Object one, Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return Truth.of(Order.compareNumbers(first, second) == 0);
        }
        if (sameKind(one, other)) {
            return Truth.of(one.equals(other));
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            return ofLists(first, second);
        }
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return ofMaps(first, second);
        }
        return Truth.UNKNOWN;
    }

    /** Whether a value is equal to an element of a list or a key of a map; unknown when the last is neither. */
    public static Truth isIn(Object value, Object container) {
        if (container instanceof List<?> list) {
            return isAmong(value, list);
        }
        if (container instanceof Map<?, ?> map) {
            return value instanceof String ? Truth.of(map.containsKey(value)) : isAmong(value, map.keySet());
        }
        return Truth.UNKNOWN;
    }

    private static Truth isAmong(Object value, Iterable<?> elements) {
        Truth result = Truth.FALSE;
        for (Object element : elements) {
            Truth equal = of(value, element);
            if (equal == Truth.TRUE) {
                return Truth.TRUE;
            }
            if (equal == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }

    private static boolean sameKind(Object one, Object other) {
        return (one instanceof String && other instanceof String)
                || (one instanceof Boolean && other instanceof Boolean)
                || (one instanceof Instant && other instanceof Instant)
                || (one instanceof Duration && other instanceof Duration);
    }

    private static Truth ofLists(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return Truth.FALSE;
        }
        Truth result = Truth.TRUE;
        var others = other.iterator();
        for (Object element : one) {
            result = both(result, of(element, others.next()));
            if (result == Truth.FALSE) {
                return result;
            }
        }
        return result;
    }

    private static Truth ofMaps(Map<?, ?> one, Map<?, ?> other) {
        if (!one.keySet().equals(other.keySet())) {
            return Truth.FALSE;
        }
        Truth result = Truth.TRUE;
        for (Map.Entry<?, ?> entry : one.entrySet()) {
            Object counterpart = other.get(entry.getKey());
            result = counterpart == null ? Truth.FALSE : both(result, of(entry.getValue(), counterpart));
            if (result == Truth.FALSE) {
                return result;
            }
        }
        return result;
    }

    private static Truth both(Truth one, Truth other) {
        if (one == Truth.FALSE || other == Truth.FALSE) {
            return Truth.FALSE;
        }
        return one == Truth.TRUE && other == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
    }
}

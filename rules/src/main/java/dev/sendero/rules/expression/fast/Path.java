package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of the scope by name, such as {@code event.properties.price}.
 *
 * @param fields below the root; empty for the root itself
 * @param kind how the value is made of what the scope holds
 */
public record Path(Root root, List<String> fields, Kind kind) implements Operand {

    /** What a path leads to. */
    public enum Kind {
        /** A JSON value as it is. */
        PLAIN,
        /** The time of an event, which the scope holds as text. */
        TIMESTAMP,
        /** An event with its time. */
        EVENT,
        /** A list of events with their times. */
        EVENTS
    }

    @Override
    public @Nullable Object read(Scope scope) {
        Object value = descend(scope, fields.size());
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case PLAIN -> value;
            case TIMESTAMP -> EventTimes.instant(value);
            case EVENT -> EventTimes.inEvent(value);
            case EVENTS -> EventTimes.inEvents(value);
        };
    }

    /** Whether the last field is there; unknown when the object that should have it is not. */
    public Truth isPresent(Scope scope) {
        Object holder = descend(scope, fields.size() - 1);
        return holder instanceof Map<?, ?> map
                ? Truth.of(map.get(fields.get(fields.size() - 1)) != null)
                : Truth.UNKNOWN;
    }

    private @Nullable Object descend(Scope scope, int depth) {
        if (depth == 0) {
            return root.in(scope);
        }
        Object value = root.field(scope, fields.get(0));
        for (int level = 1; level < depth; level++) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(fields.get(level));
        }
        return value;
    }
}

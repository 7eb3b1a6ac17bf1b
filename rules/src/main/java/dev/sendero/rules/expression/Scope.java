package dev.sendero.rules.expression;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may look at. All values are JSON values: String, Boolean, Long, Double, List, Map. Whoever has a
 * value at hand without the map around it answers for one field at a time, and makes no map for it.
 */
public interface Scope {

    /** {@code name}, {@code timestamp} (text, ISO 8601), {@code properties}; empty where no event is at hand. */
    Map<String, Object> event();

    /** {@code id}, {@code traits} (Map), {@code segments} (List of names). */
    Map<String, Object> profile();

    /** Captured items by name, each an event's map; {@code trigger}; empty before a run has begun. */
    Map<String, Object> run();

    /** Inside a trigger: the items captured so far, by name, each an event's map. */
    Map<String, Object> captured();

    Instant now();

    /** One field of {@link #event}; null when it is absent. */
    default @Nullable Object inEvent(String field) {
        return event().get(field);
    }

    /** One field of {@link #profile}; null when it is absent. */
    default @Nullable Object inProfile(String field) {
        return profile().get(field);
    }

    /** One item of {@link #captured}; null when it is absent. */
    default @Nullable Object inCaptured(String item) {
        return captured().get(item);
    }

    /** A scope of maps. */
    static Scope of(
            Map<String, Object> event,
            Map<String, Object> profile,
            Map<String, Object> run,
            Map<String, Object> captured,
            Instant now) {
        return new ScopeOfMaps(event, profile, run, captured, now);
    }
}

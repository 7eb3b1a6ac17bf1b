package dev.sendero.rules.expression;

import java.time.Instant;
import java.util.Map;

/**
 * What an expression may look at. All values are JSON values: String, Boolean, Long, Double, List, Map.
 *
 * @param event {@code name}, {@code timestamp} (text, ISO 8601), {@code properties}; empty where no event is at hand
 * @param profile {@code id}, {@code traits} (Map), {@code segments} (List of names)
 * @param run captured items by name, each an event's map; {@code trigger}; empty before a run has begun
 * @param captured inside a trigger: the items captured so far, by name, each an event's map
 */
public record Scope(
        Map<String, Object> event,
        Map<String, Object> profile,
        Map<String, Object> run,
        Map<String, Object> captured,
        Instant now) {}

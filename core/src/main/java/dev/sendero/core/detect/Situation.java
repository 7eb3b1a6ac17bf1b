package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import java.util.Map;

/**
 * A situation that is complete: somebody may enter a journey.
 *
 * @param key what the journey's {@code per} found; empty without it
 * @param firstEvent the id of its first event
 * @param lastEvent the id of the event that completed it, or after which nothing happened
 * @param captured the maps of captured events by name
 * @param trigger the map of the last event
 */
public record Situation(
        JourneyVersion journey,
        String key,
        String firstEvent,
        String lastEvent,
        Map<String, Object> captured,
        Map<String, Object> trigger) {}

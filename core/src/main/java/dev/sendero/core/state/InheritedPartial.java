package dev.sendero.core.state;

import java.util.Map;

/**
 * A partial situation as version 1 of the state had it: of one journey version, with captured events under that
 * version's names. It is made a {@link Partial} as soon as there are journeys at hand.
 *
 * @param key what the journey's {@code per} found; empty without it
 * @param item the index of the trigger's item that it waits at
 * @param count how many events that item has had
 * @param firstEvent the id of its first event
 * @param firstAt the time of its first event, milliseconds since 1970
 * @param lastEvent the id of its newest event
 * @param anchor where the present item counts from
 * @param captured the maps of the events captured so far, by name
 * @param trigger the map of the newest event where nothing but an absence can follow; empty elsewhere
 * @param deadline when an absence is complete or an occurrence out of time, milliseconds since 1970
 */
public record InheritedPartial(
        JourneyVersion journey,
        String key,
        int item,
        int count,
        String firstEvent,
        long firstAt,
        String lastEvent,
        Position anchor,
        Map<String, Object> captured,
        Map<String, Object> trigger,
        long deadline) {}

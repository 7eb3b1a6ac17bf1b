package dev.sendero.core;

import dev.sendero.api.event.Event;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the situations of a trigger by searching the whole list of events for each beginning, as the meaning is
 * written down and not as the detector works. Knows conditions that look at the event only.
 */
final class SituationOracle {

    /** One situation: its first event, its last event and when it is complete. */
    record Found(String first, String last, Instant at) {}

    private final Trigger.Sequence trigger;
    private final List<Event> events;

    /** @param events in order */
    SituationOracle(Trigger.Sequence trigger, List<Event> events) {
        this.trigger = trigger;
        this.events = events;
    }

    List<Found> situations() {
        List<Found> found = new ArrayList<>();
        for (int start = 0; start < events.size(); start++) {
            startingWith(start).ifPresent(found::add);
        }
        return found;
    }

    /** Walks through the items; {@code seen} is the index of the last event that is in the past. */
    private Optional<Found> startingWith(int start) {
        Event first = events.get(start);
        Occurrence opening = (Occurrence) trigger.items().get(0);
        String key = trigger.per().isNone() ? "" : text(first);
        if (truth(opening.anyOf(), first) != Truth.TRUE || (!trigger.per().isNone() && key.isEmpty())) {
            return Optional.empty();
        }
        int last = start;
        int seen = start;
        Instant now = first.timestamp();
        boolean opened = true;
        for (SequenceItem item : trigger.items()) {
            if (item instanceof Occurrence occurrence) {
                Instant since = now;
                for (int time = opened ? 1 : 0; time < occurrence.times(); time++) {
                    int next = seen + 1;
                    while (next < events.size()
                            && !(truth(occurrence.anyOf(), events.get(next)) == Truth.TRUE
                                    && agrees(events.get(next), key) == Truth.TRUE)) {
                        next++;
                    }
                    if (next == events.size() || isBeyond(events.get(next).timestamp(), since, occurrence.within())) {
                        return Optional.empty();
                    }
                    last = next;
                    seen = next;
                }
                now = events.get(seen).timestamp();
            } else {
                Absence absence = (Absence) item;
                Instant end = now.plus(absence.lasting());
                while (seen + 1 < events.size()
                        && !events.get(seen + 1).timestamp().isAfter(end)) {
                    seen++;
                    if (truth(absence.noneOf(), events.get(seen)) != Truth.FALSE
                            && agrees(events.get(seen), key) != Truth.FALSE) {
                        return Optional.empty();
                    }
                }
                now = end;
            }
            opened = false;
        }
        return isBeyond(now, first.timestamp(), trigger.within())
                ? Optional.empty()
                : Optional.of(
                        new Found(first.id().value(), events.get(last).id().value(), now));
    }

    private static boolean isBeyond(Instant time, Instant since, Duration bound) {
        return !bound.equals(SequenceItem.UNBOUNDED) && time.isAfter(since.plus(bound));
    }

    private String text(Event event) {
        Object value = event.properties().get(trigger.per().property());
        return value == null ? "" : value.toString();
    }

    private Truth agrees(Event event, String key) {
        if (trigger.per().isNone()) {
            return Truth.TRUE;
        }
        return text(event).isEmpty() ? Truth.UNKNOWN : Truth.of(text(event).equals(key));
    }

    private static Truth truth(List<EventMatch> matches, Event event) {
        List<Truth> truths = matches.stream()
                .filter(match -> match.event().equals(event.name()))
                .map(match -> match.where().test(scope(event)))
                .toList();
        return truths.contains(Truth.TRUE) ? Truth.TRUE : truths.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Scope scope(Event event) {
        Map<String, Object> map = Map.of("properties", event.properties());
        return Scope.of(map, Map.of(), Map.of(), Map.of(), event.timestamp());
    }
}

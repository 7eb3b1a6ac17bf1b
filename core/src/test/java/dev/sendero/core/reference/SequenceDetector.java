package dev.sendero.core.reference;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Matches;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.InheritedPartial;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Position;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a sequence. Every event that fits the first item begins a partial situation of its own; the first event
 * that fits after the previous one advances it, whatever lies between. An absence is complete at its deadline; an event
 * that may be one of those that must not happen ends it, also at the deadline itself.
 */
final class SequenceDetector implements TriggerDetector {

    private static final long TOO_LATE = Long.MIN_VALUE;

    private final JourneyVersion journey;
    private final List<SequenceItem> items;
    private final Duration within;
    private final Correlation per;
    private final Occurrence first;
    private final int lastOccurrence;
    private final List<String> eventNames;

    SequenceDetector(JourneyVersion journey, Trigger.Sequence trigger) {
        this.journey = journey;
        this.items = List.copyOf(trigger.items());
        this.within = trigger.within();
        this.per = trigger.per();
        if (!(items.get(0) instanceof Occurrence occurrence)) {
            throw new IllegalArgumentException(
                    "first item of the trigger of " + journey.journey() + ": an absence (expected: an event)");
        }
        this.first = occurrence;
        this.lastOccurrence = IntStream.range(0, items.size())
                .filter(index -> items.get(index) instanceof Occurrence)
                .max()
                .orElseThrow();
        this.eventNames = items.stream()
                .flatMap(SequenceDetector::matchesOf)
                .map(EventMatch::event)
                .distinct()
                .toList();
    }

    private static Stream<EventMatch> matchesOf(SequenceItem item) {
        return item instanceof Occurrence occurrence ? occurrence.anyOf().stream() : ((Absence) item).noneOf().stream();
    }

    @Override
    public List<String> eventNames() {
        return eventNames;
    }

    @Override
    public boolean seesAllEvents() {
        return false;
    }

    @Override
    public void apply(List<InheritedPartial> partials, Moment moment, boolean mayStart, Consumer<Situation> found) {
        if (!partials.isEmpty()) {
            int kept = 0;
            int size = partials.size();
            for (int index = 0; index < size; index++) {
                InheritedPartial partial = partials.get(index);
                InheritedPartial next = partial.journey().equals(journey) ? advance(partial, moment, found) : partial;
                if (next != null) {
                    partials.set(kept++, next);
                }
            }
            partials.subList(kept, size).clear();
        }
        if (mayStart) {
            InheritedPartial begun = begin(moment, found);
            if (begun != null) {
                partials.add(begun);
            }
        }
    }

    private @Nullable InheritedPartial begin(Moment moment, Consumer<Situation> found) {
        Event event = moment.event();
        if (!Matches.any(first.anyOf(), moment, Map.of()).isTrue()) {
            return null;
        }
        String key = per.isNone() ? Keys.MISSING : Keys.of(event, per);
        if (key.isEmpty() && !per.isNone()) {
            return null;
        }
        var fresh = new InheritedPartial(
                journey,
                key,
                0,
                0,
                event.id().value(),
                moment.millis(),
                event.id().value(),
                moment.position(),
                Map.of(),
                Map.of(),
                Deadline.NEVER);
        return take(fresh, first, moment, found);
    }

    private @Nullable InheritedPartial advance(InheritedPartial partial, Moment moment, Consumer<Situation> found) {
        SequenceItem item = items.get(partial.item());
        if (item instanceof Absence absence) {
            return isCancelled(partial, absence, moment) ? null : partial;
        }
        Occurrence occurrence = (Occurrence) item;
        Truth fits = Keys.agreement(moment.event(), per, partial.key());
        if (fits.isTrue()) {
            fits = Matches.any(occurrence.anyOf(), moment, partial.captured());
        }
        return fits.isTrue() ? take(partial, occurrence, moment, found) : partial;
    }

    private boolean isCancelled(InheritedPartial partial, Absence absence, Moment moment) {
        return Keys.agreement(moment.event(), per, partial.key()).mayBeTrue()
                && Matches.any(absence.noneOf(), moment, partial.captured()).mayBeTrue();
    }

    /** The event counts for the occurrence that the partial waits at. */
    private @Nullable InheritedPartial take(
            InheritedPartial partial, Occurrence occurrence, Moment moment, Consumer<Situation> found) {
        int count = partial.count() + 1;
        boolean complete = count == occurrence.times();
        int item = complete ? partial.item() + 1 : partial.item();
        String lastEvent = moment.event().id().value();
        Map<String, Object> captured = captured(partial.captured(), occurrence, moment);
        if (item == items.size()) {
            found.accept(new Situation(
                    journey, partial.key(), partial.firstEvent(), lastEvent, captured, moment.eventMap()));
            return null;
        }
        Position anchor = complete ? moment.position() : partial.anchor();
        long deadline = deadlineOf(item, partial.firstAt(), anchor);
        return deadline == TOO_LATE
                ? null
                : new InheritedPartial(
                        journey,
                        partial.key(),
                        item,
                        complete ? 0 : count,
                        partial.firstEvent(),
                        partial.firstAt(),
                        lastEvent,
                        anchor,
                        captured,
                        onlyAbsencesFrom(item) ? moment.eventMap() : Map.of(),
                        deadline);
    }

    private boolean onlyAbsencesFrom(int item) {
        return item > lastOccurrence;
    }

    private static Map<String, Object> captured(Map<String, Object> before, Occurrence occurrence, Moment moment) {
        if (occurrence.as().isEmpty()) {
            return before;
        }
        var captured = new HashMap<>(before);
        captured.put(
                occurrence.as(),
                occurrence.times() == 1
                        ? moment.eventMap()
                        : EventMaps.newestOf(before.getOrDefault(occurrence.as(), Map.of()), moment.eventMap()));
        return captured;
    }

    /** When an item is complete or out of time; {@link #TOO_LATE} when it cannot be complete in time any more. */
    private long deadlineOf(int item, long firstAt, Position anchor) {
        long end = Deadline.after(firstAt, within);
        if (items.get(item) instanceof Absence absence) {
            long deadline = Deadline.after(anchor.millis(), absence.lasting());
            return deadline <= end ? deadline : TOO_LATE;
        }
        return Math.min(end, Deadline.after(anchor.millis(), ((Occurrence) items.get(item)).within()));
    }

    @Override
    public void applyLate(List<InheritedPartial> partials, Moment moment) {
        partials.removeIf(partial -> partial.journey().equals(journey)
                && items.get(partial.item()) instanceof Absence absence
                && moment.position().isAfter(partial.anchor())
                && moment.millis() <= partial.deadline()
                && isCancelled(partial, absence, moment));
    }

    @Override
    public void fire(List<InheritedPartial> partials, int index, Moment moment, Consumer<Situation> found) {
        InheritedPartial partial = partials.get(index);
        int next = partial.item() + 1;
        if (items.get(partial.item()) instanceof Occurrence) {
            partials.remove(index);
        } else if (next == items.size()) {
            partials.remove(index);
            found.accept(new Situation(
                    journey,
                    partial.key(),
                    partial.firstEvent(),
                    partial.lastEvent(),
                    partial.captured(),
                    partial.trigger()));
        } else {
            Position anchor = Position.ofDeadline(partial.deadline());
            long deadline = deadlineOf(next, partial.firstAt(), anchor);
            if (deadline == TOO_LATE) {
                partials.remove(index);
            } else {
                partials.set(
                        index,
                        new InheritedPartial(
                                journey,
                                partial.key(),
                                next,
                                0,
                                partial.firstEvent(),
                                partial.firstAt(),
                                partial.lastEvent(),
                                anchor,
                                partial.captured(),
                                partial.trigger(),
                                deadline));
            }
        }
    }
}

package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.situation.Situation;
import dev.sendero.benchmarks.situation.Situation.Absent;
import dev.sendero.benchmarks.situation.Situation.Happens;
import dev.sendero.benchmarks.situation.Situation.Item;
import dev.sendero.benchmarks.situation.Situation.Sequence;
import dev.sendero.benchmarks.situation.Situation.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Events one after the other; each event that fits the first item begins anew. */
final class SequenceMachine extends Machine {

    /** One item, laid out for the loop. */
    @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, and never compared
    private record Phase(Wanted[] events, boolean absence, int times, long millis) {
        private static Phase of(Item item) {
            Wanted[] events = item.events().toArray(Wanted[]::new);
            return item instanceof Absent absent
                    ? new Phase(events, true, 1, absent.lasting().toMillis())
                    : new Phase(events, false, ((Happens) item).times(), boundOf(((Happens) item).within()));
        }
    }

    private final Phase[] phases;
    private final Set<String> names;
    private final long within;
    private final String per;

    SequenceMachine(int journey, Sequence sequence) {
        super(journey);
        phases = sequence.items().stream().map(Phase::of).toArray(Phase[]::new);
        names = sequence.items().stream()
                .flatMap(item -> namesOf(item.events()).stream())
                .collect(Collectors.toSet());
        within = boundOf(sequence.within());
        per = sequence.per();
    }

    private static long boundOf(Duration within) {
        return within.equals(Situation.UNBOUNDED) ? Open.NEVER : within.toMillis();
    }

    @Override
    Set<String> names() {
        return names;
    }

    @Override
    long apply(List<Open> open, Event event, long millis, Consumer<Found> found) {
        String key =
                per.isEmpty() ? "" : event.properties().getOrDefault(per, "").toString();
        long earliest = Open.NEVER;
        int kept = 0;
        for (int i = 0; i < open.size(); i++) {
            Open one = open.get(i);
            if (stays(one, key, event, millis, found)) {
                open.set(kept++, one);
                earliest = Math.min(earliest, one.deadline);
            }
        }
        if (kept < open.size()) {
            open.subList(kept, open.size()).clear();
        }
        if (isAny(phases[0].events, event, event) && (per.isEmpty() || !key.isEmpty())) {
            var begun = new Open(key, event, millis);
            if (take(begun, event, millis, found)) {
                open.add(begun);
                earliest = Math.min(earliest, begun.deadline);
            }
        }
        return earliest;
    }

    private boolean stays(Open one, String key, Event event, long millis, Consumer<Found> found) {
        Phase phase = phases[one.item];
        if (phase.absence) {
            boolean mayBeAbout = key.isEmpty() || key.equals(one.key);
            return !(mayBeAbout && isAny(phase.events, event, one.first));
        }
        boolean fits = key.equals(one.key) && isAny(phase.events, event, one.first);
        return !fits || take(one, event, millis, found);
    }

    /** The event counts for the item that is waited at. Returns whether anything is left to wait for. */
    private boolean take(Open one, Event event, long millis, Consumer<Found> found) {
        one.last = event;
        one.count++;
        if (one.count == phases[one.item].times) {
            one.item++;
            one.count = 0;
            one.anchor = millis;
        }
        if (one.item == phases.length) {
            found.accept(found(one, millis));
            return false;
        }
        return waits(one);
    }

    /** Sets the deadline of the item that is waited at. Returns whether it can be met. */
    private boolean waits(Open one) {
        Phase phase = phases[one.item];
        long end = sum(one.firstAt, within);
        long own = sum(one.anchor, phase.millis);
        one.deadline = Math.min(end, own);
        return !phase.absence || own <= end;
    }

    private static long sum(long from, long millis) {
        return millis == Open.NEVER ? Open.NEVER : from + millis;
    }

    @Override
    long fire(List<Open> open, long upTo, Consumer<Found> found) {
        long earliest = Open.NEVER;
        int kept = 0;
        for (int i = 0; i < open.size(); i++) {
            Open one = open.get(i);
            if (survives(one, upTo, found)) {
                open.set(kept++, one);
                earliest = Math.min(earliest, one.deadline);
            }
        }
        open.subList(kept, open.size()).clear();
        return earliest;
    }

    private boolean survives(Open one, long upTo, Consumer<Found> found) {
        while (one.deadline <= upTo) {
            if (!phases[one.item].absence) {
                return false;
            }
            one.anchor = one.deadline;
            one.item++;
            if (one.item == phases.length) {
                found.accept(found(one, one.anchor));
                return false;
            }
            if (!waits(one)) {
                return false;
            }
        }
        return true;
    }
}

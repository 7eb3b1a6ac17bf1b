package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.situation.Situation.Silence;
import dev.sendero.benchmarks.situation.Situation.Wanted;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Nothing of some events for a while, after at least one. */
final class SilenceMachine extends Machine {

    private final Wanted[] events;
    private final Set<String> names;
    private final long lasting;

    SilenceMachine(int journey, Silence silence) {
        super(journey);
        events = silence.events().toArray(Wanted[]::new);
        names = namesOf(silence.events());
        lasting = silence.lasting().toMillis();
    }

    @Override
    Set<String> names() {
        return names;
    }

    @Override
    long apply(List<Open> open, Event event, long millis, Consumer<Found> found) {
        if (events.length > 0 && !isAny(events, event, event)) {
            return Open.NEVER;
        }
        var since = new Open("", event, millis);
        since.deadline = millis + lasting;
        if (open.isEmpty()) {
            open.add(since);
        } else {
            open.set(0, since);
        }
        return since.deadline;
    }

    @Override
    long fire(List<Open> open, long upTo, Consumer<Found> found) {
        Open since = open.get(0);
        if (since.deadline > upTo) {
            return since.deadline;
        }
        open.remove(0);
        found.accept(found(since, since.deadline));
        return Open.NEVER;
    }
}

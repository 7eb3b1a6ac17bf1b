package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts events in order that are a little out of it: few have to be passed, so each is inserted from behind. */
final class Reorder {

    private final long disorder;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final List<Event> passed = new ArrayList<>();
    private long newest = Long.MIN_VALUE;

    /** @param disorder by how many milliseconds an event is late at most */
    Reorder(long disorder) {
        this.disorder = disorder;
    }

    void add(Event event) {
        newest = Math.max(newest, event.timestamp().toEpochMilli());
        while (!waiting.isEmpty() && Event.ORDER.compare(waiting.getLast(), event) > 0) {
            passed.add(waiting.removeLast());
        }
        waiting.add(event);
        for (int i = passed.size() - 1; i >= 0; i--) {
            waiting.add(passed.get(i));
        }
        passed.clear();
    }

    /** The next event that nothing can overtake any more; null when there is none yet. */
    @Nullable
    Event next() {
        Event first = waiting.peek();
        return first != null && first.timestamp().toEpochMilli() <= newest - disorder ? waiting.poll() : null;
    }

    /** The next event, when no more will come; null after the last. */
    @Nullable
    Event last() {
        return waiting.poll();
    }
}

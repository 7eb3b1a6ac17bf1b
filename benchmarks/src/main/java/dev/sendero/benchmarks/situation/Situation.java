package dev.sendero.benchmarks.situation;

import dev.sendero.rules.journey.SequenceItem;
import java.time.Duration;
import java.util.List;

/** What one random journey looks for. The same words as a trigger's, over conditions that need no compiler. */
public sealed interface Situation {

    /** No bound. */
    Duration UNBOUNDED = SequenceItem.UNBOUNDED;

    /** @param per the property that all events must agree on; empty for none */
    record Sequence(List<Item> items, Duration within, String per) implements Situation {}

    /** @param events empty for any event */
    record Silence(Duration lasting, List<Wanted> events) implements Situation {}

    /** One thing that a sequence waits for. */
    sealed interface Item {
        List<Wanted> events();
    }

    /**
     * @param as the name under which the first item is captured; empty where nothing looks back at it
     * @param within since the item before
     */
    record Happens(List<Wanted> events, String as, int times, Duration within) implements Item {}

    record Absent(List<Wanted> events, Duration lasting) implements Item {}

    /** An event of one name under a condition. */
    record Wanted(String event, Where where) {}
}

package dev.sendero.engine.operator;

import dev.sendero.engine.event.ReceivedEvent;
import java.util.function.Function;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Events in the order of Flink's groups of keys, sorted by counting: a snapshot of many must not hold up the task. */
final class EventsByKeyGroup {

    private final Function<ReceivedEvent, String> keyOf;
    private final int maxParallelism;
    private final ReceivedEvent[] events;
    private final int[] groups;
    private final ReceivedEvent[] ordered;

    /** Where each group starts, and after the last one where it ends. */
    private final int[] starts;

    private int added;

    /** @param maxParallelism the number of groups */
    EventsByKeyGroup(int size, int maxParallelism, Function<ReceivedEvent, String> keyOf) {
        this.keyOf = keyOf;
        this.maxParallelism = maxParallelism;
        events = new ReceivedEvent[size];
        groups = new int[size];
        ordered = new ReceivedEvent[size];
        starts = new int[maxParallelism + 1];
    }

    void add(ReceivedEvent event) {
        int group = KeyGroupRangeAssignment.assignToKeyGroup(keyOf.apply(event), maxParallelism);
        events[added] = event;
        groups[added] = group;
        added++;
        starts[group + 1]++;
    }

    /** To be called once, when all have been added. */
    void order() {
        for (int group = 0; group < maxParallelism; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        for (int i = 0; i < added; i++) {
            ordered[next[groups[i]]++] = events[i];
        }
    }

    /** @param group 0 to the number of groups, which stands for the end of the last one */
    int startOf(int group) {
        return starts[group];
    }

    ReceivedEvent get(int index) {
        return ordered[index];
    }
}

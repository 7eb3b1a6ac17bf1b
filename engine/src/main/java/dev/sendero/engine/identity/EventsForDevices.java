package dev.sendero.engine.identity;

import dev.sendero.engine.event.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.Collector;

/**
 * What concerns devices: their events, and who is to be erased. On which devices a user has logged in, the identity step
 * only knows device by device; so every group of keys is asked, and every task with it.
 */
@SuppressWarnings("NullAway.Init") // Flink creates a function first and opens it later.
public final class EventsForDevices extends RichFlatMapFunction<ReceivedEvent, ReceivedEvent> {

    private static final long serialVersionUID = 1;

    private transient List<String> oneOfEachGroup;

    @Override
    public void open(OpenContext context) {
        oneOfEachGroup = oneOfEachGroup(getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
    }

    @Override
    public void flatMap(ReceivedEvent event, Collector<ReceivedEvent> output) {
        if (event.isErasure()) {
            oneOfEachGroup.forEach(key -> output.collect(event.from(key)));
        } else if (event.hasAnonymousId()) {
            output.collect(event);
        }
    }

    /** For each group of keys one key that is in it. */
    static List<String> oneOfEachGroup(int groups) {
        var keys = new String[groups];
        int found = 0;
        for (int number = 0; found < groups; number++) {
            String key = "erasure-" + number;
            int group = KeyGroupRangeAssignment.assignToKeyGroup(key, groups);
            if (keys[group] == null) {
                keys[group] = key;
                found++;
            }
        }
        return new ArrayList<>(List.of(keys));
    }
}

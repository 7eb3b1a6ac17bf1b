package dev.sendero.engine.operator;

import dev.sendero.api.event.Event;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * Events that wait until time has reached them. In memory, and in snapshots as raw keyed state: one block per group of
 * keys, so that they follow their customers when the job is rescaled.
 */
final class PendingEvents {

    private static final Comparator<ReceivedEvent> ORDER = Comparator.comparing(ReceivedEvent::event, Event.ORDER);

    private List<ReceivedEvent> waiting = new ArrayList<>();
    private long earliest = Long.MAX_VALUE;

    void add(ReceivedEvent event) {
        waiting.add(event);
        earliest = Math.min(earliest, event.timestampMillis());
    }

    int size() {
        return waiting.size();
    }

    /** Takes out the events up to and including a time: by customer, and for each in the order of {@link Event#ORDER}. */
    Map<String, List<ReceivedEvent>> takeUpTo(long time) {
        if (earliest > time) {
            return Map.of();
        }
        var due = new LinkedHashMap<String, List<ReceivedEvent>>();
        var rest = new PendingEvents();
        for (ReceivedEvent event : waiting) {
            if (event.timestampMillis() <= time) {
                due.computeIfAbsent(event.key(), it -> new ArrayList<>(2)).add(event);
            } else {
                rest.add(event);
            }
        }
        due.values().forEach(events -> events.sort(ORDER));
        waiting = rest.waiting;
        earliest = rest.earliest;
        return due;
    }

    /** @param maxParallelism the number of groups of keys */
    void writeTo(KeyedStateCheckpointOutputStream output, int maxParallelism) throws IOException {
        var byGroup = new HashMap<Integer, List<ReceivedEvent>>();
        for (ReceivedEvent event : waiting) {
            byGroup.computeIfAbsent(
                            KeyGroupRangeAssignment.assignToKeyGroup(event.key(), maxParallelism),
                            it -> new ArrayList<>())
                    .add(event);
        }
        var view = new DataOutputViewStreamWrapper(output);
        for (int group : output.getKeyGroupList()) {
            output.startNewKeyGroup(group);
            List<ReceivedEvent> events = byGroup.getOrDefault(group, Collections.emptyList());
            Binary.writeNumber(view, events.size());
            for (ReceivedEvent event : events) {
                ReceivedEventSerializer.INSTANCE.serialize(event, view);
            }
        }
    }

    /** Adds the events of one group's block. */
    void readFrom(InputStream block) throws IOException {
        var view = new DataInputViewStreamWrapper(block);
        int count = Binary.readNumber(view);
        for (int i = 0; i < count; i++) {
            add(ReceivedEventSerializer.INSTANCE.deserialize(view));
        }
    }
}

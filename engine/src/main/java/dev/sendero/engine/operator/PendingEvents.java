package dev.sendero.engine.operator;

import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * Events that wait until time has reached them, and those that it has reached and that are not applied yet. In memory,
 * and in snapshots as raw keyed state: one block per group of keys, so that they follow their customers when the job is
 * rescaled. For one thread.
 */
public final class PendingEvents {

    private static final int SMALLEST = 64;
    private static final int FIRST_BLOCK_BYTES = 1 << 16;

    private final Function<ReceivedEvent, String> keyOf;
    private final DueEvents due;
    private ReceivedEvent[] waiting = new ReceivedEvent[SMALLEST];
    private long[] times = new long[SMALLEST];
    private int[] keyHashes = new int[SMALLEST];
    private int count;
    private long earliest = Long.MAX_VALUE;

    /** @param keyOf by which the events are partitioned, such as the customer */
    public PendingEvents(Function<ReceivedEvent, String> keyOf) {
        this.keyOf = keyOf;
        due = new DueEvents(keyOf);
    }

    public void add(ReceivedEvent event) {
        if (count == waiting.length) {
            resize(count * 2);
        }
        long time = event.timestampMillis();
        waiting[count] = event;
        times[count] = time;
        // Taken while the event is fresh in the processor's cache: later, touching it is what costs.
        keyHashes[count] = keyOf.apply(event).hashCode();
        count++;
        earliest = Math.min(earliest, time);
    }

    public int size() {
        return count + due.size();
    }

    /** The time of the latest of those that wait and are of a kind. @param none when there is none */
    public long latest(Predicate<ReceivedEvent> kind, long none) {
        long latest = none;
        for (int i = 0; i < count; i++) {
            if (times[i] > latest && kind.test(waiting[i])) {
                latest = times[i];
            }
        }
        return latest;
    }

    /** What {@link #dueUpTo} has taken out and nobody has removed. */
    public DueEvents due() {
        return due;
    }

    /** Lets the events up to and including a time become due; what was due before must have been removed. */
    public void dueUpTo(long time) {
        if (earliest > time) {
            return;
        }
        int left = 0;
        long next = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            if (times[i] <= time) {
                due.add(waiting[i], keyHashes[i]);
            } else {
                next = Math.min(next, times[i]);
                times[left] = times[i];
                keyHashes[left] = keyHashes[i];
                waiting[left++] = waiting[i];
            }
        }
        Arrays.fill(waiting, left, count, null);
        count = left;
        earliest = next;
        if (waiting.length > SMALLEST && left < waiting.length / 8) {
            resize(Math.max(SMALLEST, left * 2));
        }
        due.order();
    }

    private void resize(int capacity) {
        waiting = Arrays.copyOf(waiting, capacity);
        times = Arrays.copyOf(times, capacity);
        keyHashes = Arrays.copyOf(keyHashes, capacity);
    }

    /** @param maxParallelism the number of groups of keys */
    public void writeTo(KeyedStateCheckpointOutputStream output, int maxParallelism) throws IOException {
        var byGroup = new EventsByKeyGroup(size(), maxParallelism, keyOf);
        due.forEach(byGroup::add);
        for (int i = 0; i < count; i++) {
            byGroup.add(waiting[i]);
        }
        byGroup.order();
        // One write a group: the stream below takes single bytes slowly.
        var block = new DataOutputSerializer(FIRST_BLOCK_BYTES);
        for (int group : output.getKeyGroupList()) {
            output.startNewKeyGroup(group);
            int start = byGroup.startOf(group);
            int end = byGroup.startOf(group + 1);
            Binary.writeNumber(block, end - start);
            for (int i = start; i < end; i++) {
                ReceivedEventSerializer.INSTANCE.serialize(byGroup.get(i), block);
            }
            output.write(block.getSharedBuffer(), 0, block.length());
            block.clear();
        }
    }

    /** Adds the events of one group's block. */
    public void readFrom(InputStream block) throws IOException {
        var view = new DataInputViewStreamWrapper(block);
        int events = Binary.readNumber(view);
        for (int i = 0; i < events; i++) {
            add(ReceivedEventSerializer.INSTANCE.deserialize(view));
        }
    }
}

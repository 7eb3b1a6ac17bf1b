package dev.sendero.engine.operator;

import dev.sendero.engine.event.ReceivedEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The events that time has reached, customer by customer, and for each in the order of {@link ReceivedEvent#ORDER}. Customers
 * come in no order that means anything. For one thread; its arrays serve one step of time after the other.
 */
public final class DueEvents {

    /** Larger arrays are for an outage's backlog and do not outlive it. */
    private static final int KEPT_CAPACITY = 1 << 16;

    private static final int SMALLEST = 64;
    private static final ReceivedEvent[] NONE = {};

    private final Function<ReceivedEvent, String> keyOf;
    private final Comparator<ReceivedEvent> byKey;
    private ReceivedEvent[] unordered = NONE;
    private long[] places = {};
    private int added;
    private ReceivedEvent[] ordered = NONE;
    private int next;
    private int end;

    /** @param keyOf says whose an event is */
    DueEvents(Function<ReceivedEvent, String> keyOf) {
        this.keyOf = keyOf;
        this.byKey = Comparator.comparing(keyOf).thenComparing(ReceivedEvent.ORDER);
    }

    public boolean isEmpty() {
        return next == end;
    }

    int size() {
        return end - next;
    }

    /** @throws IllegalStateException when there is none */
    public ReceivedEvent first() {
        if (isEmpty()) {
            throw new IllegalStateException("due events: 0 (expected: 1 or more)");
        }
        return ordered[next];
    }

    /** Whether there is one and it has this key. Most have another hash, and are not touched to see that. */
    public boolean isFirst(String key) {
        return !isEmpty()
                && hashAt(next) == key.hashCode()
                && keyOf.apply(ordered[next]).equals(key);
    }

    private int hashAt(int index) {
        return (int) (places[index] >> 32);
    }

    public void removeFirst() {
        next++;
        if (isEmpty()) {
            release();
        }
    }

    /** Lets go of what was due, all at once: clearing place by place costs as much as applying an event. */
    private void release() {
        if (ordered.length > KEPT_CAPACITY) {
            unordered = NONE;
            ordered = NONE;
            places = new long[0];
        } else {
            Arrays.fill(ordered, 0, end, null);
        }
    }

    public void forEach(Consumer<ReceivedEvent> reader) {
        for (int i = next; i < end; i++) {
            reader.accept(ordered[i]);
        }
    }

    /**
     * Adds one to what will be due with {@link #order}; what was due before must have been removed.
     *
     * @param keyHash of its key
     */
    void add(ReceivedEvent event, int keyHash) {
        if (added == unordered.length) {
            int capacity = Math.max(SMALLEST, added * 2);
            unordered = Arrays.copyOf(unordered, capacity);
            places = Arrays.copyOf(places, capacity);
        }
        // Numbers sort faster than objects: the hash brings a customer's events together, the index says which they
        // are.
        places[added] = ((long) keyHash << 32) | added;
        unordered[added++] = event;
    }

    /** Makes what was added due. */
    void order() {
        if (!isEmpty()) {
            throw new IllegalStateException("due events: " + size() + " left (expected: 0)");
        }
        if (ordered.length < added) {
            ordered = new ReceivedEvent[unordered.length];
        }
        Arrays.sort(places, 0, added);
        for (int i = 0; i < added; i++) {
            ordered[i] = unordered[(int) places[i]];
        }
        Arrays.fill(unordered, 0, added, null);
        next = 0;
        end = added;
        added = 0;
        orderWithinHashes();
    }

    private void orderWithinHashes() {
        int start = 0;
        while (start < end) {
            int hash = hashAt(start);
            int after = start + 1;
            boolean oneCustomer = true;
            while (after < end && hashAt(after) == hash) {
                oneCustomer &= keyOf.apply(ordered[after]).equals(keyOf.apply(ordered[start]));
                after++;
            }
            if (after - start > 1) {
                Arrays.sort(ordered, start, after, oneCustomer ? ReceivedEvent.ORDER : byKey);
            }
            start = after;
        }
    }
}

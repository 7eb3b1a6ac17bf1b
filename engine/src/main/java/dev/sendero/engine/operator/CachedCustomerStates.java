package dev.sendero.engine.operator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * Holds the states of those who were seen last as objects, over a backend that has to read and write bytes. What has
 * changed is written when its customer has to make room, and before every snapshot, so that snapshots are right.
 */
final class CachedCustomerStates implements CustomerStates {

    /** What an object takes beside the state itself: the entry, its place in the order, the customer's id. */
    private static final int ENTRY_BYTES = 256;

    /** About how much larger a state is as objects than as bytes: headers, references, boxed values. */
    private static final int OBJECTS_TO_BYTES = 6;

    private final StoredCustomerStates stored;
    private final long capacity;

    /** Who was seen longest ago comes first. */
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(1_024, 0.75f, true);

    private final List<Entry> changed = new ArrayList<>();
    private final DataOutputSerializer scale = new DataOutputSerializer(1_024);
    private long weight;
    private @Nullable Entry current;

    /** One customer, of whom it is also known when nothing is kept. */
    private static final class Entry {
        final String customer;

        @Nullable
        CustomerCell cell;

        boolean isStored;
        boolean isChanged;
        final boolean isPassing;
        long weight;
        int changes;

        Entry(String customer, @Nullable CustomerCell cell, boolean isPassing) {
            this.customer = customer;
            this.cell = cell;
            this.isStored = cell != null;
            this.isPassing = isPassing;
        }
    }

    /** @param capacity how many bytes the objects may take, by an estimate; beyond, all but the last seen are let go */
    CachedCustomerStates(StoredCustomerStates stored, long capacity) {
        this.stored = stored;
        this.capacity = capacity;
    }

    @Override
    public @Nullable CustomerCell enter(String customer) throws Exception {
        Entry entry = entries.get(customer);
        if (entry == null) {
            makeRoom();
            entry = new Entry(customer, stored.enter(customer), false);
            weigh(entry);
            entries.put(customer, entry);
        } else {
            stored.makeCurrent(customer);
        }
        current = entry;
        return entry.cell;
    }

    @Override
    public @Nullable CustomerCell pass(String customer) throws Exception {
        if (entries.containsKey(customer)) {
            return enter(customer);
        }
        current = new Entry(customer, stored.enter(customer), true);
        return current.cell;
    }

    @Override
    public void keep(CustomerCell cell) throws Exception {
        Entry entry = theCurrent();
        if (entry.isPassing) {
            stored.keep(cell);
            return;
        }
        entry.cell = cell;
        markChanged(entry);
        // States change often and grow slowly: to weigh them each time would cost as much as to write them.
        entry.changes++;
        if (Integer.bitCount(entry.changes) == 1) {
            weigh(entry);
        }
    }

    @Override
    public void forget() throws Exception {
        Entry entry = theCurrent();
        if (entry.isPassing) {
            stored.forget();
            return;
        }
        entry.cell = null;
        weigh(entry);
        markChanged(entry);
    }

    private Entry theCurrent() {
        if (current == null) {
            throw new IllegalStateException("customer: none entered (expected: one)");
        }
        return current;
    }

    private void markChanged(Entry entry) {
        if (!entry.isChanged) {
            entry.isChanged = true;
            changed.add(entry);
        }
    }

    private void weigh(Entry entry) throws IOException {
        long now = ENTRY_BYTES;
        if (entry.cell != null) {
            scale.clear();
            CustomerCellSerializer.INSTANCE.serialize(entry.cell, scale);
            now += (long) OBJECTS_TO_BYTES * scale.length();
        }
        weight += now - entry.weight;
        entry.weight = now;
    }

    /** Leaves another customer current. */
    private void makeRoom() throws Exception {
        Iterator<Map.Entry<String, Entry>> oldestFirst = entries.entrySet().iterator();
        while (weight > capacity && oldestFirst.hasNext()) {
            Entry oldest = oldestFirst.next().getValue();
            write(oldest);
            weight -= oldest.weight;
            oldestFirst.remove();
        }
        if (changed.size() > 2 * entries.size() + 1_024) {
            // Those who were written to make room need no memory until the next snapshot.
            changed.removeIf(entry -> !entry.isChanged);
        }
    }

    private void write(Entry entry) throws Exception {
        if (!entry.isChanged) {
            return;
        }
        entry.isChanged = false;
        if (entry.cell != null) {
            stored.makeCurrent(entry.customer);
            stored.keep(entry.cell);
            entry.isStored = true;
        } else if (entry.isStored) {
            stored.makeCurrent(entry.customer);
            stored.forget();
            entry.isStored = false;
        }
    }

    @Override
    public void flush() throws Exception {
        for (Entry entry : changed) {
            write(entry);
        }
        changed.clear();
        current = null;
    }

    @Override
    public CloseableIterator<String> customers() throws Exception {
        flush();
        return stored.customers();
    }

    /** About how many bytes the objects take. */
    long weight() {
        return weight;
    }
}

package dev.sendero.engine.operator;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * States in Flink's backend, one cell a customer. On the heap the backend hands out the object that it holds, or a copy
 * of it that it holds from now on while a snapshot is under way: either may be changed in place.
 */
final class StoredCustomerStates implements CustomerStates {

    private static final ValueStateDescriptor<CustomerCell> CELL =
            new ValueStateDescriptor<>("customer", CustomerCellSerializer.INSTANCE);

    private final KeyedStateBackend<String> backend;
    private final ValueState<CustomerCell> cells;
    private final boolean onHeap;
    private @Nullable CustomerCell entered;

    StoredCustomerStates(KeyedStateBackend<String> backend) throws Exception {
        this.backend = backend;
        onHeap = isOnHeap(backend);
        cells = backend.getPartitionedState(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, CELL);
    }

    static boolean isOnHeap(KeyedStateBackend<String> backend) {
        return backend.getBackendTypeIdentifier().equals(StateBackendLoader.HASHMAP_STATE_BACKEND_NAME);
    }

    @Override
    public @Nullable CustomerCell enter(String customer) throws Exception {
        makeCurrent(customer);
        CustomerCell cell = cells.value();
        if (cell != null) {
            cell.belongsTo(customer);
        }
        entered = cell;
        return cell;
    }

    void makeCurrent(String customer) {
        backend.setCurrentKey(customer);
    }

    @Override
    public @Nullable CustomerCell pass(String customer) throws Exception {
        return enter(customer);
    }

    @Override
    public void keep(CustomerCell cell) throws Exception {
        if (!onHeap || cell != entered) {
            cells.update(cell);
        }
    }

    @Override
    public void forget() {
        cells.clear();
    }

    @Override
    public void flush() {
        // Everything is there.
    }

    /**
     * On RocksDB as it stood at the call. On the heap, whose iterators do not stand changes, this takes the keys of one
     * group after the other, since a stream hands on what a {@code flatMap} has given it as a whole.
     */
    @Override
    public CloseableIterator<String> customers() {
        Stream<String> keys = backend.getKeys(CELL.getName(), VoidNamespace.INSTANCE);
        Iterator<String> iterator = keys.iterator();
        return CloseableIterator.adapterForIterator(iterator, keys);
    }
}

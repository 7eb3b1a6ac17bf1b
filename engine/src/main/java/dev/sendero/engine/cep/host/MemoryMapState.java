package dev.sendero.engine.cep.host;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A map of Flink's that is in memory, and that can be written and read as a whole. */
final class MemoryMapState<K, V> implements MapState<K, V> {

    private final TypeSerializer<K> keys;
    private final TypeSerializer<V> values;
    private final Map<K, V> map = new LinkedHashMap<>();

    MemoryMapState(MapStateDescriptor<K, V> descriptor) {
        this.keys = descriptor.getKeySerializer();
        this.values = descriptor.getValueSerializer();
    }

    void writeTo(DataOutputView output) throws IOException {
        output.writeInt(map.size());
        for (Map.Entry<K, V> entry : map.entrySet()) {
            keys.serialize(entry.getKey(), output);
            values.serialize(entry.getValue(), output);
        }
    }

    void readFrom(DataInputView input) throws IOException {
        map.clear();
        for (int left = input.readInt(); left > 0; left--) {
            K key = keys.deserialize(input);
            map.put(key, values.deserialize(input));
        }
    }

    @Override
    public @Nullable V get(K key) {
        return map.get(key);
    }

    @Override
    public void put(K key, V value) {
        map.put(key, value);
    }

    @Override
    public void putAll(Map<K, V> others) {
        map.putAll(others);
    }

    @Override
    public void remove(K key) {
        map.remove(key);
    }

    @Override
    public boolean contains(K key) {
        return map.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return map.entrySet();
    }

    @Override
    public Iterable<K> keys() {
        return map.keySet();
    }

    @Override
    public Iterable<V> values() {
        return map.values();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return map.entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public void clear() {
        map.clear();
    }
}

package dev.sendero.cli.events;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one row: an immutable map whose keys are shared by all rows of a file, as millions of rows are
 * kept at once. Columns whose cell is empty are not in the map.
 */
final class RowProperties extends AbstractMap<String, Object> {

    /** The names of the columns that become properties, and the position of each. */
    record Columns(List<String> names, Map<String, Integer> positions) {
        static Columns of(List<String> names) {
            var positions = new HashMap<String, Integer>();
            IntStream.range(0, names.size()).forEach(position -> positions.put(names.get(position), position));
            return new Columns(List.copyOf(names), Map.copyOf(positions));
        }
    }

    private final Columns columns;
    private final @Nullable Object[] values;
    private final int size;

    /** @param values by position; null for an empty cell */
    RowProperties(Columns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
        int present = 0;
        for (Object value : values) {
            present += value == null ? 0 : 1;
        }
        this.size = present;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Integer position = key == null ? null : columns.positions().get(key);
        return position == null ? null : values[position];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return present().iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private List<Entry<String, Object>> present() {
        var entries = new ArrayList<Entry<String, Object>>(size);
        for (int position = 0; position < values.length; position++) {
            Object value = values[position];
            if (value != null) {
                entries.add(Map.entry(columns.names().get(position), value));
            }
        }
        return entries;
    }
}

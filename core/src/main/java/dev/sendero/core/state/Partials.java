package dev.sendero.core.state;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The partial situations of one customer in the order in which they began. Deadlines and stations lie side by side, so
 * that an event that concerns none of them touches none of them.
 */
public final class Partials implements Iterable<Partial> {

    private static final Partial[] NONE = {};
    private static final Station[] NO_STATIONS = {};
    private static final long[] NO_DEADLINES = {};

    private Partial[] partials = NONE;
    private Station[] stations = NO_STATIONS;
    private long[] deadlines = NO_DEADLINES;
    private int size;
    private @Nullable Object stationsOf;

    public Partials copy() {
        var copy = new Partials();
        copy.partials = new Partial[size];
        for (int index = 0; index < size; index++) {
            copy.partials[index] = partials[index].copy();
        }
        copy.stations = Arrays.copyOf(stations, size);
        copy.deadlines = Arrays.copyOf(deadlines, size);
        copy.size = size;
        copy.stationsOf = stationsOf;
        return copy;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Partial get(int index) {
        return partials[index];
    }

    public Station station(int index) {
        return stations[index];
    }

    public long deadline(int index) {
        return deadlines[index];
    }

    /** {@link Deadline#NEVER} for never. */
    public long nextDeadline() {
        long next = Deadline.NEVER;
        for (int index = 0; index < size; index++) {
            next = Math.min(next, deadlines[index]);
        }
        return next;
    }

    /** Whether the stations are those of a compiled set; if not, each has to be told anew. */
    public boolean areAtStationsOf(Object set) {
        return stationsOf == set;
    }

    public void stationsOf(Object set) {
        stationsOf = set;
    }

    /** To be called when a partial situation has been changed: where it stands now and when it is due. */
    public void changed(int index, Station station) {
        stations[index] = station;
        deadlines[index] = partials[index].deadline();
    }

    public void add(Partial partial, Station station) {
        insert(size, partial, station);
    }

    public void insert(int index, Partial partial, Station station) {
        if (size == partials.length) {
            int length = size == 0 ? 2 : size + (size >> 1) + 1;
            partials = Arrays.copyOf(partials, length);
            stations = Arrays.copyOf(stations, length);
            deadlines = Arrays.copyOf(deadlines, length);
        }
        move(index, index + 1);
        size++;
        partials[index] = partial;
        changed(index, station);
    }

    public void remove(int index) {
        move(index + 1, index);
        size--;
        // Nothing may keep it from being collected.
        Arrays.fill(partials, size, size + 1, null);
    }

    private void move(int from, int to) {
        System.arraycopy(partials, from, partials, to, size - from);
        System.arraycopy(stations, from, stations, to, size - from);
        System.arraycopy(deadlines, from, deadlines, to, size - from);
    }

    public void clear() {
        partials = NONE;
        stations = NO_STATIONS;
        deadlines = NO_DEADLINES;
        size = 0;
    }

    @Override
    public Iterator<Partial> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Partial next() {
                if (next >= size) {
                    throw new NoSuchElementException("partial situation " + next + " (expected: below " + size + ")");
                }
                return partials[next++];
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partials that && Arrays.equals(partials, 0, size, that.partials, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int index = 0; index < size; index++) {
            hash = 31 * hash + partials[index].hashCode();
        }
        return hash;
    }
}

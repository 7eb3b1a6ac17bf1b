package dev.sendero.cli.sorting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of several cursors in one order; of equal rows, first through those of the earlier cursor. */
final class MergingCursor implements RowCursor {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::row).thenComparingInt(Source::index);

    private final List<RowCursor> cursors;
    private final PriorityQueue<Source> waiting;
    private @Nullable Source current;

    /** @param index among the cursors */
    private record Source(int index, RowCursor cursor) {
        Row row() {
            return cursor.row();
        }
    }

    MergingCursor(List<RowCursor> cursors) {
        this.cursors = new ArrayList<>(cursors);
        this.waiting = new PriorityQueue<>(Math.max(1, cursors.size()), ORDER);
        for (int index = 0; index < cursors.size(); index++) {
            if (cursors.get(index).next()) {
                waiting.add(new Source(index, cursors.get(index)));
            }
        }
    }

    @Override
    public boolean next() {
        if (current != null && current.cursor().next()) {
            waiting.add(current);
        }
        current = waiting.poll();
        return current != null;
    }

    @Override
    public Row row() {
        if (current == null) {
            throw new IllegalStateException("row: none (expected: asked for after next() was true)");
        }
        return current.row();
    }

    @Override
    public void close() {
        cursors.forEach(RowCursor::close);
    }
}

package dev.sendero.cli.sorting;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through sorted rows group by group: rows whose keys have the same first part and text are one. */
public final class RowGroups implements AutoCloseable {

    private final RowCursor rows;
    private @Nullable Row ahead;
    private @Nullable Row first;

    /** @param rows with keys that are a part and a text, and whatever follows; closed with this */
    public RowGroups(RowCursor rows) {
        this.rows = rows;
        ahead = rows.next() ? rows.row() : null;
    }

    /** Goes to the next group, past what is left of the one before; false after the last. */
    public boolean next() {
        while (isInGroup()) {
            advance();
        }
        first = ahead;
        return first != null;
    }

    /** The rows of the group, once; until {@link #next} is called. */
    public Iterator<Row> rows() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return isInGroup();
            }

            @Override
            public Row next() {
                Row row = ahead;
                if (row == null || !isInGroup()) {
                    throw new NoSuchElementException("row: none (expected: asked for after hasNext() was true)");
                }
                advance();
                return row;
            }
        };
    }

    private boolean isInGroup() {
        return first != null && ahead != null && ahead.sharesBeginning(first, SortKey.endOfText(first.key(), 1));
    }

    private void advance() {
        ahead = rows.next() ? rows.row() : null;
    }

    @Override
    public void close() {
        rows.close();
    }
}

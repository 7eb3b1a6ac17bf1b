package dev.sendero.cli.sorting;

import java.util.List;

/** Rows that are in memory. */
final class ListCursor implements RowCursor {

    private final List<Row> rows;
    private int index = -1;

    /** @param rows in their order */
    ListCursor(List<Row> rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        index++;
        return index < rows.size();
    }

    @Override
    public Row row() {
        return rows.get(index);
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}

package dev.sendero.cli.sorting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of rows in bounded memory: what does not fit goes to the disk in sorted files, which are merged when
 * the rows are read. Rows with equal keys stay in the order in which they were added. Safe for many threads.
 */
public final class ExternalSort implements AutoCloseable {

    /** How many files of one level are merged into one of the next: as many are read at once. */
    private static final int FILES_OF_A_LEVEL = 64;

    private final SpillFolder folder;
    private final long memoryBytes;
    private final List<SortedFile> files = new ArrayList<>();
    private List<Row> inMemory = new ArrayList<>();
    private long inMemoryBytes;
    private long rows;
    private boolean sorted;

    /** @param memoryBytes how much may be in memory, by an estimate */
    public ExternalSort(SpillFolder folder, long memoryBytes) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    /** @throws IllegalStateException when rows have been read already */
    public synchronized void add(Row row) {
        if (sorted) {
            throw new IllegalStateException("row: added when rows have been read (expected: before)");
        }
        inMemory.add(row);
        inMemoryBytes += row.memoryBytes();
        rows++;
        if (inMemoryBytes >= memoryBytes) {
            spill();
        }
    }

    public synchronized long rows() {
        return rows;
    }

    /** All rows in their order. */
    public synchronized RowCursor sorted() {
        sort();
        return files.isEmpty()
                ? new ListCursor(inMemory)
                : merged(files.stream().map(SortedFile::all).toList());
    }

    /** In their order those rows whose keys begin with a byte; each part may be read by a thread of its own. */
    public synchronized RowCursor sorted(int part) {
        sort();
        return files.isEmpty()
                ? new ListCursor(inMemory.subList(firstOf(part), firstOf(part + 1)))
                : merged(files.stream().map(file -> file.part(part)).toList());
    }

    private static RowCursor merged(List<RowCursor> cursors) {
        return cursors.size() == 1 ? cursors.get(0) : new MergingCursor(cursors);
    }

    private void sort() {
        if (sorted) {
            return;
        }
        if (files.isEmpty()) {
            inMemory.sort(null);
        } else {
            spill();
        }
        sorted = true;
    }

    /** Where the rows of a part begin in memory. */
    private int firstOf(int part) {
        int low = 0;
        int high = inMemory.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inMemory.get(middle).part() < part) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void spill() {
        if (inMemory.isEmpty()) {
            return;
        }
        inMemory.sort(null);
        List<Row> written = inMemory;
        inMemory = new ArrayList<>();
        inMemoryBytes = 0;
        try {
            files.add(SortedFile.write(folder.newFile(), 0, new ListCursor(written)));
            while (isFull(newestLevel())) {
                mergeNewest();
            }
        } catch (IOException failed) {
            throw SpillFolder.failure(failed);
        }
    }

    private int newestLevel() {
        return files.get(files.size() - 1).level();
    }

    private boolean isFull(int level) {
        return files.stream().filter(file -> file.level() == level).count() == FILES_OF_A_LEVEL;
    }

    /** The files of the newest level stand together at the end, since those of higher levels are older. */
    private void mergeNewest() throws IOException {
        List<SortedFile> newest = files.subList(files.size() - FILES_OF_A_LEVEL, files.size());
        int level = newestLevel() + 1;
        SortedFile one = SortedFile.write(
                folder.newFile(),
                level,
                merged(newest.stream().map(SortedFile::all).toList()));
        for (SortedFile merged : newest) {
            merged.delete();
        }
        newest.clear();
        files.add(one);
    }

    /** Nothing can be read any more. */
    @Override
    public synchronized void close() {
        try {
            for (SortedFile file : files) {
                file.delete();
            }
        } catch (IOException failed) {
            throw SpillFolder.failure(failed);
        }
        files.clear();
        inMemory = new ArrayList<>();
    }
}

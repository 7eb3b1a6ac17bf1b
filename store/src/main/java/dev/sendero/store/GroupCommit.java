package dev.sendero.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that each have one row to write share a transaction: whoever comes first writes for all who came
 * meanwhile. A commit costs far more than a row in it.
 */
public final class GroupCommit<T> {

    private static final int LARGEST_GROUP = 1_000;

    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedQueue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final Consumer<List<T>> write;

    /** @param write one transaction; what it throws is thrown to all who share it */
    public GroupCommit(Consumer<List<T>> write) {
        this.write = write;
    }

    /** The row is written when it returns. */
    public void write(T row) {
        var mine = new Waiting<>(row);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.done) {
                writeNextGroup();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void writeNextGroup() {
        var group = new ArrayList<Waiting<T>>();
        for (var next = queue.poll(); next != null; next = group.size() < LARGEST_GROUP ? queue.poll() : null) {
            group.add(next);
        }
        @Nullable RuntimeException failure = null;
        try {
            write.accept(rowsOf(group));
        } catch (RuntimeException failed) {
            failure = failed;
        }
        for (Waiting<T> written : group) {
            written.failure = failure;
            written.done = true;
        }
    }

    private static <T> List<T> rowsOf(Collection<Waiting<T>> group) {
        return group.stream().map(waiting -> waiting.row).toList();
    }

    /** Read and written under the lock only. */
    private static final class Waiting<T> {
        private final T row;
        private boolean done;
        private @Nullable RuntimeException failure;

        private Waiting(T row) {
            this.row = row;
        }
    }
}

package dev.sendero.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** SQLite has one writer. Waiting for it here is fair and costs nothing; waiting in SQLite is polling. */
final class Sqlite implements DatabaseKind {

    private final ReentrantLock writing = new ReentrantLock(true);

    @Override
    public String identityColumn() {
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    public String takingUntaken() {
        return "";
    }

    @Override
    public <T> T inOrder(Supplier<T> transaction) {
        writing.lock();
        try {
            return transaction.get();
        } finally {
            writing.unlock();
        }
    }

    /** SQLite, "PRAGMA wal_checkpoint": the log holds older pages until it is emptied. */
    @Override
    public void clean(Jdbi jdbi) {
        inOrder(() -> jdbi.withHandle(handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                .mapTo(Integer.class)
                .one()));
    }

    /** SQLite, "PRAGMA synchronous": with NORMAL in WAL mode a commit is consistent but not yet durable. */
    @Override
    public <T> T inLazyTransaction(Handle handle, Function<Handle, T> change) {
        handle.execute("PRAGMA synchronous = NORMAL");
        try {
            return handle.inTransaction(change::apply);
        } finally {
            handle.execute("PRAGMA synchronous = FULL");
        }
    }
}

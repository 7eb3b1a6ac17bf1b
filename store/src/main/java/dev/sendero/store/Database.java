package dev.sendero.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The relational store: a SQLite file or a PostgreSQL database, migrated to the newest schema when it is opened. Both
 * understand every statement of this module. Safe for many threads.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final DatabaseKind kind;
    private final @Nullable Pseudonyms pseudonyms;
    private final ErasedCustomers erased;

    private Database(DataSource migrating, HikariDataSource pool, DatabaseKind kind, @Nullable Pseudonyms pseudonyms) {
        this.pool = pool;
        this.kind = kind;
        this.pseudonyms = pseudonyms;
        this.erased = new ErasedCustomers(pseudonyms);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(migrating)
                    .locations("classpath:dev/sendero/store/migration")
                    .placeholders(Map.of("identity", kind.identityColumn()))
                    .load()
                    .migrate();
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
        this.jdbi = Jdbi.create(pool);
        // What fails here is logged by others, and values are addresses and texts.
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        jdbi.define("taking_untaken", kind.takingUntaken());
        try {
            requireSameKey();
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
    }

    /** With another key nobody who has been erased, and no address that is suppressed, would be known again. */
    private void requireSameKey() {
        Pseudonyms made = pseudonyms;
        if (made == null) {
            return;
        }
        List<String> known = write(handle -> {
            handle.execute("""
                    INSERT INTO pseudonym_key (fingerprint)
                    SELECT ? WHERE NOT EXISTS (SELECT 1 FROM pseudonym_key)
                    """, made.fingerprint());
            return handle.createQuery("SELECT fingerprint FROM pseudonym_key")
                    .mapTo(String.class)
                    .list();
        });
        if (!known.contains(made.fingerprint())) {
            throw new IllegalStateException(
                    "key of pseudonyms: another than before (expected: the one by which the store"
                            + " knows who has been erased and which addresses are suppressed)");
        }
    }

    /** As {@link #sqlite(Path, Pseudonyms)}, for who neither erases anybody nor has to know who has been erased. */
    public static Database sqlite(Path file) {
        return open(file, null);
    }

    /**
     * A SQLite file, made when it is absent; its folder must exist. A commit is on the disk when it returns (WAL,
     * {@code synchronous=FULL}).
     *
     * @param pseudonyms by which the store knows who has been erased and which addresses are suppressed; the same each
     *     time
     */
    public static Database sqlite(Path file, Pseudonyms pseudonyms) {
        return open(file, pseudonyms);
    }

    private static Database open(Path file, @Nullable Pseudonyms pseudonyms) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // What is deleted is overwritten: somebody who is erased is not to be found in a page that is free.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        DataSource migrating = sqlite(file, config);
        // A transaction that begins as a reader and then writes may find that it cannot; one that begins as a writer
        // waits.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var pooled = new HikariConfig();
        pooled.setDataSource(sqlite(file, config));
        return new Database(migrating, pool(pooled), new Sqlite(), pseudonyms);
    }

    /**
     * As {@link #postgres(String, String, String, Pseudonyms)}, for who neither erases anybody nor has to know who has been
     * erased.
     */
    public static Database postgres(String url, String user, String password) {
        return open(url, user, password, null);
    }

    /**
     * @param url for example {@code jdbc:postgresql://db.example.com/sendero}
     * @param pseudonyms as of {@link #sqlite(Path, Pseudonyms)}
     */
    public static Database postgres(String url, String user, String password, Pseudonyms pseudonyms) {
        return open(url, user, password, pseudonyms);
    }

    private static Database open(String url, String user, String password, @Nullable Pseudonyms pseudonyms) {
        var pooled = new HikariConfig();
        pooled.setJdbcUrl(url);
        pooled.setUsername(user);
        pooled.setPassword(password);
        // Else what a server says of a failure quotes the row.
        pooled.addDataSourceProperty("logServerErrorDetail", "false");
        var pool = pool(pooled);
        return new Database(pool, pool, new Postgresql(), pseudonyms);
    }

    private static SQLiteDataSource sqlite(Path file, SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(HikariConfig config) {
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** Runs single statements that change nothing; they see what is committed. */
    public <T> T read(Function<Handle, T> query) {
        try (Handle handle = jdbi.open()) {
            return query.apply(handle);
        }
    }

    /**
     * Runs a transaction that changes something; durable when this returns, undone when the function throws.
     *
     * @param change may be called again when the database undid the transaction, so it changes nothing but the database
     */
    public <T> T write(Function<Handle, T> change) {
        return kind.inOrder(() -> {
            try (Handle handle = jdbi.open()) {
                return handle.inTransaction(change::apply);
            }
        });
    }

    /**
     * As {@link #write}, but durable only when a later {@link #write} is: databases write their log in order, and this
     * does not wait for the disk.
     */
    public <T> T writeLazily(Function<Handle, T> change) {
        return kind.inOrder(() -> {
            try (Handle handle = jdbi.open()) {
                return kind.inLazyTransaction(handle, change);
            }
        });
    }

    /** Empty where nobody can be erased. */
    public Optional<Pseudonyms> pseudonyms() {
        return Optional.ofNullable(pseudonyms);
    }

    /** Who has been erased, as a transaction sees it. */
    public ErasedCustomers erased(Handle transaction) {
        return erased.asOf(transaction);
    }

    /** Who has been erased, as of a second ago at the latest. */
    public ErasedCustomers erased() {
        return erased.asOfNow(this);
    }

    /** Who has been erased, as of the last time that the database was asked. */
    public ErasedCustomers knownErased() {
        return erased;
    }

    /** Leaves nothing of what has been deleted where the database keeps what it writes, as far as this is in its power. */
    public void clean() {
        kind.clean(jdbi);
    }

    @Override
    public void close() {
        pool.close();
    }
}

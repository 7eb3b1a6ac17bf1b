package dev.sendero.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
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

    private Database(DataSource migrating, HikariDataSource pool, DatabaseKind kind) {
        this.pool = pool;
        this.kind = kind;
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
    }

    /**
     * A SQLite file, made when it is absent; its folder must exist. A commit is on the disk when it returns (WAL,
     * {@code synchronous=FULL}).
     */
    public static Database sqlite(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        DataSource migrating = sqlite(file, config);
        // A transaction that begins as a reader and then writes may find that it cannot; one that begins as a writer
        // waits.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var pooled = new HikariConfig();
        pooled.setDataSource(sqlite(file, config));
        return new Database(migrating, pool(pooled), new Sqlite());
    }

    /** @param url for example {@code jdbc:postgresql://db.example.com/sendero} */
    public static Database postgres(String url, String user, String password) {
        var pooled = new HikariConfig();
        pooled.setJdbcUrl(url);
        pooled.setUsername(user);
        pooled.setPassword(password);
        // Else what a server says of a failure quotes the row.
        pooled.addDataSourceProperty("logServerErrorDetail", "false");
        var pool = pool(pooled);
        return new Database(pool, pool, new Postgresql());
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

    @Override
    public void close() {
        pool.close();
    }
}

package dev.sendero.faults.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL in processes of its own, which can be stopped and started again at the same address. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = Ports.free();
    private EmbeddedPostgres running;

    private PostgresServer(Path folder) {
        this.folder = folder;
        running = begin();
    }

    /** @param folder for its data */
    public static PostgresServer start(Path folder) {
        return new PostgresServer(folder);
    }

    private EmbeddedPostgres begin() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be started", failed);
        }
    }

    /** Of its database, for the user {@code postgres} with the same password. */
    public String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    /** Every connection breaks. */
    public void stop() {
        close();
    }

    /** After a stop: with the same data, at the same address. */
    public void startAgain() {
        running = begin();
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be stopped", failed);
        }
    }
}

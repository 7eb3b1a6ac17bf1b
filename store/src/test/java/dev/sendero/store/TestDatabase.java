package dev.sendero.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The databases that every test of the store runs against; each is started once, when it is first asked for. */
public enum TestDatabase {
    SQLITE {
        @Override
        Database open() throws IOException {
            return Database.sqlite(Files.createTempDirectory("store").resolve("sendero.db"), PSEUDONYMS);
        }
    },
    POSTGRESQL {
        @Override
        Database open() throws IOException {
            String url = EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            return Database.postgres(url, "postgres", "postgres", PSEUDONYMS);
        }
    };

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]);

    private static final List<String> TABLES = List.of(
            "fact",
            "fact_count",
            "fact_minute",
            "mailbox",
            "message_ledger",
            "message_history",
            "courier_life",
            "suppression",
            "consent_change",
            "erased",
            "erasure_request");

    private Database database;

    abstract Database open() throws IOException;

    /** The database of this kind with no rows in it. */
    public synchronized Database emptied() {
        if (database == null) {
            try {
                database = open();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        database.write(handle -> {
            TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
            return TABLES;
        });
        // It remembers who has been erased until it looks again.
        database.read(database::erased);
        return database;
    }
}

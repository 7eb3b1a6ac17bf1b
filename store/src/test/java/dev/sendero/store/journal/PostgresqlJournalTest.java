package dev.sendero.store.journal;

import dev.sendero.store.TestDatabase;

class PostgresqlJournalTest extends JournalContract {
    PostgresqlJournalTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

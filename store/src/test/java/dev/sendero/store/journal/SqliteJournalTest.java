package dev.sendero.store.journal;

import dev.sendero.store.TestDatabase;

class SqliteJournalTest extends JournalContract {
    SqliteJournalTest() {
        super(TestDatabase.SQLITE);
    }
}

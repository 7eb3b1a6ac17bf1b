package dev.sendero.store.consent;

import dev.sendero.store.TestDatabase;

class SqliteConsentLogTest extends ConsentLogContract {
    SqliteConsentLogTest() {
        super(TestDatabase.SQLITE);
    }
}

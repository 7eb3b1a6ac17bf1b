package dev.sendero.store.consent;

import dev.sendero.store.TestDatabase;

class PostgresqlConsentLogTest extends ConsentLogContract {
    PostgresqlConsentLogTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

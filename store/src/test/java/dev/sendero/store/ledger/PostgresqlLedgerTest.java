package dev.sendero.store.ledger;

import dev.sendero.store.TestDatabase;

class PostgresqlLedgerTest extends LedgerContract {
    PostgresqlLedgerTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

package dev.sendero.store.ledger;

import dev.sendero.store.TestDatabase;

class SqliteLedgerTest extends LedgerContract {
    SqliteLedgerTest() {
        super(TestDatabase.SQLITE);
    }
}

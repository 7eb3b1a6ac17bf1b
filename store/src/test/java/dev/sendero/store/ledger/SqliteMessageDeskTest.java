package dev.sendero.store.ledger;

import dev.sendero.store.TestDatabase;

class SqliteMessageDeskTest extends MessageDeskContract {
    SqliteMessageDeskTest() {
        super(TestDatabase.SQLITE);
    }
}

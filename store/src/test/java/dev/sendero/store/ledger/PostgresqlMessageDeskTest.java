package dev.sendero.store.ledger;

import dev.sendero.store.TestDatabase;

class PostgresqlMessageDeskTest extends MessageDeskContract {
    PostgresqlMessageDeskTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

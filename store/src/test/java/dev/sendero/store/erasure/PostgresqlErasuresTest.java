package dev.sendero.store.erasure;

import dev.sendero.store.TestDatabase;

class PostgresqlErasuresTest extends ErasuresContract {
    PostgresqlErasuresTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

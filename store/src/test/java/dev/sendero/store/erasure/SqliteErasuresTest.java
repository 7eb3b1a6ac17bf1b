package dev.sendero.store.erasure;

import dev.sendero.store.TestDatabase;

class SqliteErasuresTest extends ErasuresContract {
    SqliteErasuresTest() {
        super(TestDatabase.SQLITE);
    }
}

package dev.sendero.store.suppression;

import dev.sendero.store.TestDatabase;

class SqliteSuppressionsTest extends SuppressionsContract {
    SqliteSuppressionsTest() {
        super(TestDatabase.SQLITE);
    }
}

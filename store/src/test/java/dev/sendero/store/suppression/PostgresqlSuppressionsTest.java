package dev.sendero.store.suppression;

import dev.sendero.store.TestDatabase;

class PostgresqlSuppressionsTest extends SuppressionsContract {
    PostgresqlSuppressionsTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

package dev.sendero.store.mailbox;

import dev.sendero.store.TestDatabase;

class PostgresqlMailboxTest extends MailboxContract {
    PostgresqlMailboxTest() {
        super(TestDatabase.POSTGRESQL);
    }
}

package dev.sendero.store.mailbox;

import dev.sendero.store.TestDatabase;

class SqliteMailboxTest extends MailboxContract {
    SqliteMailboxTest() {
        super(TestDatabase.SQLITE);
    }
}

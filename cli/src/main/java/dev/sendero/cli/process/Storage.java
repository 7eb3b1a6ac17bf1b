package dev.sendero.cli.process;

import dev.sendero.store.Database;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.journal.SqlJournal;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;

/** What courier and gateway keep in the one store of the process. */
record Storage(
        SqlLedger ledger,
        SqlSuppressions suppressions,
        SqlConsentLog consents,
        SqlErasures erasures,
        SqlMailbox mailbox,
        SqlJournal journal) {

    static Storage in(Database database) {
        return new Storage(
                new SqlLedger(database),
                new SqlSuppressions(database),
                new SqlConsentLog(database),
                new SqlErasures(database),
                new SqlMailbox(database),
                new SqlJournal(database));
    }
}

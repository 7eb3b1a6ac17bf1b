package dev.sendero.gateway;

import dev.sendero.api.link.Links;
import dev.sendero.api.link.TokenKey;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.Deliveries;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** A real store in a folder of its own, which all tests share: each uses customers and messages of its own. */
final class TestStore {

    private static final TestStore SHARED = new TestStore();

    final Links links = new Links(RunningGateway.PUBLIC, TokenKey.of(new byte[TokenKey.SHORTEST_SECRET_BYTES]));
    final SqlLedger ledger;
    final SqlSuppressions suppressions;
    final SqlConsentLog consents;
    final SqlErasures erasures;

    private TestStore() {
        try {
            Database database = Database.sqlite(
                    Files.createTempDirectory("gateway").resolve("sendero.db"),
                    Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]));
            ledger = new SqlLedger(database);
            suppressions = new SqlSuppressions(database);
            consents = new SqlConsentLog(database);
            erasures = new SqlErasures(database);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static TestStore shared() {
        return SHARED;
    }

    GatewayParts parts(Journal journal, Mailbox mailbox, Deliveries deliveries, ProjectBoard board) {
        return new GatewayParts(
                journal,
                mailbox,
                deliveries,
                board,
                ledger,
                suppressions,
                consents,
                erasures,
                Optional.of(links),
                List.of(new ScriptedCallbacks()));
    }
}

package dev.sendero.store.erasure;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.message.Erasure;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.StoredText;
import dev.sendero.store.consent.ErasedConsents;
import dev.sendero.store.journal.ErasedFacts;
import dev.sendero.store.ledger.ErasedMessages;
import dev.sendero.store.mailbox.ErasedMails;
import dev.sendero.store.suppression.SqlSuppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Erases customers in the relational store, all tables in one transaction. */
public final class SqlErasures implements Erasures {

    private final Database database;
    private final Pseudonyms pseudonyms;

    /** @throws IllegalArgumentException when the database was opened without pseudonyms */
    public SqlErasures(Database database) {
        this.database = database;
        this.pseudonyms = database.pseudonyms()
                .orElseThrow(() -> new IllegalArgumentException(
                        "database: without pseudonyms (expected: opened with a key for them)"));
    }

    @Override
    public void begin(EventId receipt, CustomerId customer, Instant until, Instant now) {
        database.write(handle -> {
            handle.execute("""
                    INSERT INTO erasure_request (receipt, requested_millis, done_millis, stopped_messages, messages, facts,
                        mails, consents)
                    VALUES (?, ?, 0, 0, 0, 0, 0, 0)
                    ON CONFLICT (receipt) DO NOTHING
                    """, StoredText.of(receipt.value()), now.toEpochMilli());
            return erase(handle, receipt, customer, until, now);
        });
        afterwards();
    }

    @Override
    public void complete(Erasure erasure, Instant now) {
        database.write(handle -> {
            Cleared cleared = erase(handle, erasure.request(), erasure.customer(), erasure.at(), now);
            if (erasure.why() == Erasure.Why.ASKED) {
                handle.execute(
                        "UPDATE erasure_request SET done_millis = ? WHERE receipt = ?",
                        Math.max(1, now.toEpochMilli()),
                        StoredText.of(erasure.request().value()));
            }
            return cleared;
        });
        afterwards();
    }

    private void afterwards() {
        look();
        database.clean();
    }

    private Cleared erase(Handle handle, EventId receipt, CustomerId customer, Instant until, Instant now) {
        remember(handle, customer, until);
        ErasedMessages.Erased messages = ErasedMessages.erase(handle, customer, until, now);
        ErasedFacts.count(handle, database, StoppedMessages.facts(messages.stopped(), until));
        var cleared = new Cleared(
                messages.stopped().size(),
                messages.messages().size(),
                ErasedFacts.erase(handle, database, customer, until),
                ErasedMails.erase(handle, customer, until, messages.messages()),
                ErasedConsents.erase(handle, customer, until));
        SqlSuppressions.hideAddresses(handle, pseudonyms);
        if (!cleared.equals(Cleared.NOTHING)) {
            add(handle, receipt, cleared);
        }
        return cleared;
    }

    /** First of all: what others write after this transaction knows of it, and what they wrote before is erased by it. */
    private void remember(Handle handle, CustomerId customer, Instant until) {
        long number = handle.createQuery("UPDATE erased_newest SET number = number + 1 RETURNING number")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO erased (number, pseudonym, at_millis) VALUES (?, ?, ?)",
                number,
                pseudonyms.of(customer),
                until.toEpochMilli());
    }

    private static void add(Handle handle, EventId receipt, Cleared cleared) {
        handle.execute(
                """
                UPDATE erasure_request SET stopped_messages = stopped_messages + ?, messages = messages + ?,
                    facts = facts + ?, mails = mails + ?, consents = consents + ?
                WHERE receipt = ?
                """,
                cleared.stoppedMessages(),
                cleared.messages(),
                cleared.facts(),
                cleared.mails(),
                cleared.consents(),
                StoredText.of(receipt.value()));
    }

    @Override
    public Optional<ErasureProgress> find(EventId receipt) {
        return database.read(handle -> handle.createQuery("""
                        SELECT receipt, requested_millis, done_millis, stopped_messages, messages, facts, mails, consents
                        FROM erasure_request WHERE receipt = :receipt
                        """)
                .bind("receipt", StoredText.of(receipt.value()))
                .map((row, context) -> progress(row))
                .findOne());
    }

    private static ErasureProgress progress(ResultSet row) throws SQLException {
        long doneMillis = row.getLong("done_millis");
        return new ErasureProgress(
                new EventId(row.getString("receipt")),
                Instant.ofEpochMilli(row.getLong("requested_millis")),
                doneMillis > 0,
                Instant.ofEpochMilli(doneMillis),
                new Cleared(
                        row.getInt("stopped_messages"),
                        row.getInt("messages"),
                        row.getInt("facts"),
                        row.getInt("mails"),
                        row.getInt("consents")));
    }

    @Override
    public boolean isErased(CustomerId customer, Instant happened) {
        return database.erased().contains(customer, happened);
    }

    @Override
    public boolean isKnownErased(CustomerId customer, Instant happened) {
        return database.knownErased().contains(customer, happened);
    }

    @Override
    public void look() {
        database.read(database::erased);
    }
}

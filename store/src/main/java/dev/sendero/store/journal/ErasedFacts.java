package dev.sendero.store.journal;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.store.Database;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes out of the journal whom facts are about. That there was such a fact stays, so that what is counted stays right and
 * a fact that is recorded again is not counted again.
 */
public final class ErasedFacts {

    private ErasedFacts() {}

    /** What is left of a fact. */
    static FactRow row(Fact fact, Database database) {
        return new FactRow(
                idOf(fact.id(), database),
                new Fact(
                        fact.at(),
                        fact.journey(),
                        fact.version(),
                        RunId.NONE,
                        "",
                        fact.type(),
                        fact.step(),
                        fact.arm(),
                        "",
                        "",
                        Money.NONE,
                        fact.occurrence()));
    }

    /** A fact's id is a hash of what it says, and could be found by trying who it was. */
    private static String idOf(String id, Database database) {
        return database.pseudonyms()
                .orElseThrow(() -> new IllegalStateException(
                        "somebody is erased in a store without pseudonyms (expected: a store with them)"))
                .ofFact(id);
    }

    /** Counts facts about somebody who is being erased, within a transaction; whom they are about is not written. */
    public static void count(Handle handle, Database database, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        int[] inserted = FactRow.insert(
                handle, facts.stream().map(fact -> row(fact, database)).toList());
        var tally = new Tally();
        for (int index = 0; index < inserted.length; index++) {
            if (inserted[index] == 1) {
                tally.add(facts.get(index));
            }
        }
        tally.writeTo(handle);
    }

    /**
     * Erases what happened up to a time, within a transaction.
     *
     * @return how many facts
     */
    public static int erase(Handle handle, Database database, CustomerId customer, Instant until) {
        List<String> ids = handle.createQuery("SELECT id FROM fact WHERE customer = :customer AND at_millis <= :until")
                .bind("customer", StoredText.of(customer.value()))
                .bind("until", until.toEpochMilli())
                .mapTo(String.class)
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        try (var batch = handle.prepareBatch("""
                UPDATE fact
                SET id = ?, run = '', customer = '', correlation_key = '', reason = '', amount = '0', currency = ''
                WHERE id = ?
                """)) {
            ids.forEach(id -> batch.add(idOf(id, database), id));
            batch.execute();
        }
        return ids.size();
    }
}

package dev.sendero.store.journal;

import dev.sendero.api.fact.Fact;
import dev.sendero.store.StoredText;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How a fact is written.
 *
 * @param id by which it is known again
 */
record FactRow(String id, Fact fact) {

    /** @return for each 1 when it was new, and else 0 */
    static int[] insert(Handle handle, List<FactRow> rows) {
        try (var batch = handle.prepareBatch("""
                INSERT INTO fact (id, at_millis, journey, version, run, customer, type, step, arm, correlation_key,
                    reason, amount, currency, occurrence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """)) {
            for (FactRow row : rows) {
                Fact fact = row.fact;
                batch.add(
                        row.id,
                        fact.at().toEpochMilli(),
                        StoredText.of(fact.journey().value()),
                        StoredText.of(fact.version()),
                        StoredText.of(fact.run().value()),
                        StoredText.of(fact.customer()),
                        fact.type().wireName(),
                        StoredText.of(fact.step()),
                        StoredText.of(fact.arm()),
                        StoredText.of(fact.key()),
                        StoredText.of(fact.reason()),
                        fact.value().amount().toPlainString(),
                        StoredText.of(fact.value().currency()),
                        fact.occurrence());
            }
            return batch.execute();
        }
    }
}

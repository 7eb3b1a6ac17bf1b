package dev.sendero.store.ledger;

import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Adds to the history of messages, within the transaction that changes them. */
final class History {

    private History() {}

    /** Of claims whose result has just been recorded. What was sent, or not even tried, says enough in its row. */
    static void add(Handle handle, List<Resolution> recorded, Instant now) {
        List<Resolution> told = recorded.stream()
                .filter(resolution -> !(resolution.result() instanceof Result.Sent)
                        && !(resolution.result() instanceof Result.Postponed))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch("""
                INSERT INTO message_history (id, at_millis, state, attempts, reason, actor)
                SELECT id, ?, state, attempts, reason, '' FROM message_ledger WHERE id = ? AND erased = 0
                """)) {
            told.forEach(resolution -> batch.add(
                    now.toEpochMilli(), resolution.claim().message().id().value()));
            batch.execute();
        }
    }

    /** Of one message, as its row is now. */
    static void add(Handle handle, String id, Instant now, String actor) {
        handle.execute("""
                INSERT INTO message_history (id, at_millis, state, attempts, reason, actor)
                SELECT id, ?, state, attempts, reason, ? FROM message_ledger WHERE id = ?
                """, now.toEpochMilli(), StoredText.of(actor), id);
    }
}

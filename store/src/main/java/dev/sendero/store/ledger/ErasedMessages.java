package dev.sendero.store.ledger;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Message;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes out of the ledger who got a customer's messages and what was in them, within the transaction that erases the
 * customer. That there was a message stays, under its id: an engine that is restored from an older state makes the same
 * message again.
 */
public final class ErasedMessages {

    private static final String ERASED = "erased";

    private ErasedMessages() {}

    /**
     * What was erased.
     *
     * @param stopped those that would have been sent, and are not
     * @param messages all of them
     */
    public record Erased(List<Message> stopped, List<Message> messages) {}

    private record Row(Message message, MessageState state) {}

    /**
     * Erases the messages that were decided up to a time. What a courier has claimed it may be sending at the moment; it is
     * not tried again.
     *
     * @param now by the clock of who erases
     */
    public static Erased erase(Handle handle, CustomerId customer, Instant until, Instant now) {
        List<Row> rows = handle
                .createQuery("""
                        SELECT state, message_json FROM message_ledger WHERE customer = :customer AND erased = 0
                        ORDER BY number
                        """)
                .bind("customer", StoredText.of(customer.value()))
                .map((row, context) -> new Row(LedgerRow.message(row), MessageState.ofWireName(row.getString("state"))))
                .stream()
                .filter(row -> !row.message.at().isAfter(until))
                .toList();
        if (rows.isEmpty()) {
            return new Erased(List.of(), List.of());
        }
        overwrite(handle, rows, now);
        try (var batch = handle.prepareBatch("DELETE FROM message_history WHERE id = ?")) {
            rows.forEach(row -> batch.add(row.message.id().value()));
            batch.execute();
        }
        return new Erased(
                rows.stream().filter(row -> isOpen(row.state)).map(Row::message).toList(),
                rows.stream().map(Row::message).toList());
    }

    private static void overwrite(Handle handle, List<Row> rows, Instant now) {
        // A message that a courier claims at this very moment stays claimed: the state is looked at again.
        try (var batch = handle.prepareBatch("""
                UPDATE message_ledger
                SET erased = 1, customer = ?, run = '', address_name = '', provider_id = '', reason = ?,
                    message_json = ?, changed_millis = ?,
                    state = CASE WHEN state IN ('planned', 'waiting', 'in_doubt') THEN 'cancelled' ELSE state END
                WHERE id = ?
                """)) {
            for (Row row : rows) {
                batch.add(
                        Message.ERASED.value(),
                        ERASED,
                        LedgerRow.json(row.message.erased()),
                        now.toEpochMilli(),
                        row.message.id().value());
            }
            batch.execute();
        }
    }

    private static boolean isOpen(MessageState state) {
        return state == MessageState.PLANNED || state == MessageState.WAITING || state == MessageState.IN_DOUBT;
    }
}

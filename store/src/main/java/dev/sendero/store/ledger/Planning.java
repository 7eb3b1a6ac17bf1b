package dev.sendero.store.ledger;

import dev.sendero.api.RunId;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Message;
import dev.sendero.store.ErasedCustomers;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes messages down and cancels those of ended runs: the statements of one transaction. */
final class Planning {

    private final Handle handle;
    private final ErasedCustomers erased;
    private final Instant now;

    Planning(Handle handle, ErasedCustomers erased, Instant now) {
        this.handle = handle;
        this.erased = erased;
        this.now = now;
    }

    /** All but those that were decided for customers who have been erased since. */
    void insert(List<Planned> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try (var batch = handle.prepareBatch("""
                INSERT INTO message_ledger (id, journey, run, channel, customer, partition_number, state, due_millis,
                    owner, epoch, lease_until_millis, attempts, provider_id, reason, planned_millis, changed_millis,
                    address_name, message_json)
                VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, '', 0, 0, 0, '', '', ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """)) {
            for (Planned planned : messages) {
                Message message = planned.message();
                if (erased.contains(message.customer(), message.at())) {
                    continue;
                }
                batch.add(
                        message.id().value(),
                        StoredText.of(message.journey().value()),
                        StoredText.of(message.run().value()),
                        message.channel().wireName(),
                        StoredText.of(message.customer().value()),
                        planned.partition(),
                        // By when it was decided, if that is earlier: a clock that is put right must not hold it up.
                        Math.min(message.at().toEpochMilli(), now.toEpochMilli()),
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        addressName(message),
                        LedgerRow.json(message));
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static String addressName(Message message) {
        return message.to().isEmpty() ? "" : ReceiptEvents.nameOf(message.channel(), message.to());
    }

    List<Cancelled> cancel(List<Cancellation> cancellations) {
        if (cancellations.isEmpty()) {
            return List.of();
        }
        var byRun = new LinkedHashMap<RunId, Cancellation>();
        cancellations.forEach(cancellation -> byRun.putIfAbsent(cancellation.run(), cancellation));
        try (var batch = handle.prepareBatch("""
                UPDATE message_ledger SET state = 'cancelled', reason = ?, changed_millis = ?
                WHERE run = ? AND state IN ('planned', 'waiting')
                """)) {
            byRun.forEach((run, cancellation) ->
                    batch.add(StoredText.of(cancellation.reason()), now.toEpochMilli(), StoredText.of(run.value())));
            batch.execute();
        }
        var cancelled = new ArrayList<Cancelled>();
        byRun.forEach((run, cancellation) -> cancelled.addAll(cancelledOf(cancellation)));
        return cancelled;
    }

    /** In the order of their ids, so that a repeat numbers them alike. */
    private List<Cancelled> cancelledOf(Cancellation cancellation) {
        Map<String, Integer> seen = new HashMap<>();
        return handle
                .createQuery("""
                        SELECT message_json FROM message_ledger WHERE run = :run AND state = 'cancelled' ORDER BY id
                        """)
                .bind("run", StoredText.of(cancellation.run().value()))
                .map((row, context) -> LedgerRow.message(row))
                .stream()
                .map(message -> {
                    int occurrence = seen.merge(message.step().value(), 1, Integer::sum) - 1;
                    return new Cancelled(message, cancellation, occurrence);
                })
                .toList();
    }
}

package dev.sendero.store.ledger;

import dev.sendero.api.message.MessageId;
import dev.sendero.store.Database;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Where people look at messages and decide about those that are stuck. It may be used beside couriers that run: a message
 * is only changed in a state in which no courier has it.
 */
public final class MessageDesk {

    /** The states of a message that can be tried again. */
    public static final Set<MessageState> RETRYABLE =
            Set.copyOf(EnumSet.of(MessageState.FAILED, MessageState.IN_DOUBT, MessageState.EXPIRED));

    /** The states of a message that can be dropped. */
    public static final Set<MessageState> DROPPABLE = Set.copyOf(
            EnumSet.of(MessageState.PLANNED, MessageState.WAITING, MessageState.FAILED, MessageState.IN_DOUBT));

    private static final String TRY_AGAIN = "to be tried again";
    private static final String DROPPED = "dropped";

    private final Database database;

    public MessageDesk(Database database) {
        this.database = database;
    }

    /** Messages whose id begins so, in the order of their ids. @param prefix hexadecimal digits, as in ids */
    public List<LedgerEntry> findByPrefix(String prefix, int limit) {
        // 'g' comes after every digit of an id, in every collation.
        return database.read(handle -> handle.createQuery(
                        LedgerRow.SELECT + "WHERE id >= :from AND id < :to ORDER BY id LIMIT :limit")
                .bind("from", StoredText.of(prefix))
                .bind("to", StoredText.of(prefix) + "g")
                .bind("limit", limit)
                .map((row, context) -> LedgerRow.entry(row))
                .list());
    }

    /** What a message went through, the oldest first. */
    public List<HistoryLine> history(MessageId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT at_millis, state, attempts, reason, actor FROM message_history
                        WHERE id = :id ORDER BY number
                        """)
                .bind("id", id.value())
                .map((row, context) -> new HistoryLine(
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        MessageState.ofWireName(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        row.getString("actor")))
                .list());
    }

    /**
     * Makes a message due that is in one of the states {@link #RETRYABLE}. It does not expire any more: somebody wants it
     * to be sent.
     *
     * @param actor who wants it
     * @param now by the actor's clock
     * @return the state that the message was in; when that is not among {@link #RETRYABLE}, nothing was changed. Empty
     *     when there is no such message, or its customer has been erased
     */
    public Optional<MessageState> retry(MessageId id, String actor, Instant now) {
        return change(id, RETRYABLE, actor, now, (handle, entry) -> {
            // Due since it was planned: the courier's clock may be a simulated one, and is behind or ahead of the
            // actor's.
            return handle.execute(
                    """
                    UPDATE message_ledger
                    SET state = 'waiting', due_millis = planned_millis, reason = ?, changed_millis = ?, message_json = ?
                    WHERE id = ? AND state = ?
                    """,
                    TRY_AGAIN,
                    now.toEpochMilli(),
                    LedgerRow.json(entry.message().withoutExpiry()),
                    id.value(),
                    entry.state().wireName());
        });
    }

    /**
     * Ends a message that is in one of the states {@link #DROPPABLE}: it is not sent any more.
     *
     * @param actor who wants it
     * @param now by the actor's clock
     * @return as of {@link #retry}
     */
    public Optional<MessageState> drop(MessageId id, String actor, Instant now) {
        return change(
                id,
                DROPPABLE,
                actor,
                now,
                (handle, entry) -> handle.execute(
                        """
                        UPDATE message_ledger SET state = 'dropped', reason = ?, changed_millis = ?
                        WHERE id = ? AND state = ?
                        """,
                        DROPPED,
                        now.toEpochMilli(),
                        id.value(),
                        entry.state().wireName()));
    }

    private interface Change {
        /** @return how many rows it changed: none when a courier was faster */
        int apply(Handle handle, LedgerEntry entry);
    }

    private Optional<MessageState> change(
            MessageId id, Set<MessageState> from, String actor, Instant now, Change change) {
        return database.write(handle -> {
            Optional<LedgerEntry> entry = find(handle, id);
            if (entry.filter(found -> found.message().isErased()).isPresent()) {
                return Optional.empty();
            }
            if (entry.isEmpty() || !from.contains(entry.get().state())) {
                return entry.map(LedgerEntry::state);
            }
            if (change.apply(handle, entry.get()) == 0) {
                return find(handle, id).map(LedgerEntry::state);
            }
            History.add(handle, id.value(), now, actor);
            return Optional.of(entry.get().state());
        });
    }

    private static Optional<LedgerEntry> find(Handle handle, MessageId id) {
        return handle.createQuery(LedgerRow.SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> LedgerRow.entry(row))
                .findOne();
    }
}

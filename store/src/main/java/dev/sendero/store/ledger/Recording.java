package dev.sendero.store.ledger;

import dev.sendero.api.message.MessageId;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes what came of claims: the statements of one transaction. */
final class Recording {

    private Recording() {}

    /**
     * A claim that has fallen into doubt meanwhile is resolved too, as long as nobody has claimed it again. Of a customer
     * who has been erased meanwhile it is recorded whether the call was one in vain, and no more: it is not made again.
     */
    static Set<MessageId> record(Handle handle, Claimant claimant, List<Resolution> resolutions, Instant now) {
        int[] recorded;
        try (var batch = handle.prepareBatch("""
                UPDATE message_ledger
                SET state = CASE WHEN erased = 1 THEN ? ELSE ? END, due_millis = ?, attempts = ?,
                    provider_id = CASE WHEN erased = 1 THEN '' ELSE ? END,
                    reason = CASE WHEN erased = 1 THEN reason ELSE ? END, changed_millis = ?
                WHERE id = ? AND owner = ? AND epoch = ? AND attempts = ? AND state IN ('claimed', 'in_doubt')
                """)) {
            for (Resolution resolution : resolutions) {
                Claim claim = resolution.claim();
                var change = Change.of(resolution.result(), claim.attempt(), now);
                batch.add(
                        change.stateOfErased().wireName(),
                        change.state.wireName(),
                        change.dueAt.toEpochMilli(),
                        change.attempts,
                        StoredText.of(change.providerId),
                        StoredText.of(resolution.result().reason()),
                        now.toEpochMilli(),
                        claim.message().id().value(),
                        claimant.owner(),
                        claimant.epoch(),
                        claim.attempt());
            }
            recorded = batch.execute();
        }
        var done = new ArrayList<Resolution>();
        for (int index = 0; index < recorded.length; index++) {
            if (recorded[index] == 1) {
                done.add(resolutions.get(index));
            }
        }
        History.add(handle, done, now);
        return done.stream()
                .map(resolution -> resolution.claim().message().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A message in doubt that nobody has decided about since it was read. */
    static boolean settle(Handle handle, LedgerEntry doubtful, Result result, Instant now) {
        var change = Change.of(result, doubtful.attempts(), now);
        String id = doubtful.message().id().value();
        int settled = handle.execute(
                """
                UPDATE message_ledger
                SET state = ?, due_millis = ?, attempts = ?, provider_id = ?, reason = ?, changed_millis = ?
                WHERE id = ? AND attempts = ? AND state = 'in_doubt'
                """,
                change.state.wireName(),
                change.dueAt.toEpochMilli(),
                change.attempts,
                StoredText.of(change.providerId),
                StoredText.of(result.reason()),
                now.toEpochMilli(),
                id,
                doubtful.attempts());
        if (settled == 1) {
            History.add(handle, id, now, "");
        }
        return settled == 1;
    }

    /** What has been sent once more is another attempt's, and stays. */
    static boolean sendAgain(Handle handle, MessageId id, String providerId, String reason, Instant due, Instant now) {
        int changed = handle.execute(
                """
                UPDATE message_ledger
                SET state = 'waiting', due_millis = ?, provider_id = '', reason = ?, changed_millis = ?
                WHERE id = ? AND erased = 0 AND state = 'sent' AND provider_id = ?
                """,
                due.toEpochMilli(),
                StoredText.of(reason),
                now.toEpochMilli(),
                id.value(),
                StoredText.of(providerId));
        if (changed == 1) {
            History.add(handle, id.value(), now, "");
        }
        return changed == 1;
    }

    private record Change(MessageState state, Instant dueAt, int attempts, String providerId) {

        private static final Set<MessageState> OPEN = EnumSet.of(MessageState.WAITING, MessageState.IN_DOUBT);

        private MessageState stateOfErased() {
            return OPEN.contains(state) ? MessageState.CANCELLED : state;
        }

        private static Change of(Result result, int attempt, Instant now) {
            if (result instanceof Result.Sent sent) {
                return new Change(MessageState.SENT, now, attempt, sent.providerId());
            }
            if (result instanceof Result.Failed) {
                return new Change(MessageState.FAILED, now, attempt, "");
            }
            if (result instanceof Result.InDoubt) {
                return new Change(MessageState.IN_DOUBT, now, attempt, "");
            }
            if (result instanceof Result.Expired) {
                return new Change(MessageState.EXPIRED, now, attempt, "");
            }
            if (result instanceof Result.Suppressed) {
                return new Change(MessageState.SUPPRESSED, now, attempt, "");
            }
            if (result instanceof Result.Skipped) {
                return new Change(MessageState.SKIPPED, now, attempt - 1, "");
            }
            if (result instanceof Result.Retry retry) {
                return new Change(MessageState.WAITING, retry.at(), attempt, "");
            }
            // The provider was not called, so this was no attempt.
            return new Change(MessageState.WAITING, ((Result.Postponed) result).until(), attempt - 1, "");
        }
    }
}

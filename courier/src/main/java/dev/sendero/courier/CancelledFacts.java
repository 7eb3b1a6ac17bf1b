package dev.sendero.courier;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Message;
import dev.sendero.store.ledger.Cancelled;
import dev.sendero.store.ledger.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Tells the journey log of messages that were requested and are not sent after all. */
final class CancelledFacts {

    private CancelledFacts() {}

    /** Of a message whose run has ended. */
    static TopicWriter.KeyedRecord of(Cancelled cancelled) {
        return fact(
                cancelled.message(),
                cancelled.cancellation().at(),
                cancelled.cancellation().reason(),
                cancelled.occurrence());
    }

    /**
     * Of a message for which it was too late, or to which its customer or address objects by now; empty for what else may
     * come of a claim. It bears the time of the decision that it takes back, so that saying it again after a crash is
     * the same fact.
     */
    static Optional<TopicWriter.KeyedRecord> of(Message message, Result result) {
        return reason(result).map(reason -> fact(message, message.at(), reason, 0));
    }

    /** In the words that the engine has for the same. */
    private static Optional<String> reason(Result result) {
        if (result instanceof Result.Skipped) {
            return Optional.of("no_consent");
        }
        if (result instanceof Result.Suppressed) {
            return Optional.of("suppressed");
        }
        return result instanceof Result.Expired ? Optional.of("expired") : Optional.empty();
    }

    private static TopicWriter.KeyedRecord fact(Message message, Instant at, String reason, int occurrence) {
        Fact fact = Fact.ofCancelled(message, at, reason, occurrence);
        return new TopicWriter.KeyedRecord(
                at, message.customer().value().getBytes(StandardCharsets.UTF_8), WireJson.write(fact));
    }
}

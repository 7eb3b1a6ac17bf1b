package dev.sendero.store.ledger;

import java.time.Instant;

/** What came of a claim. Reasons are for people and carry no address, body or secret. */
public sealed interface Result {

    /** What people are told of it; empty if there is nothing to tell. */
    String reason();

    record Sent(String providerId) implements Result {
        @Override
        public String reason() {
            return "";
        }
    }

    record Failed(String reason) implements Result {}

    record InDoubt(String reason) implements Result {}

    record Expired(String reason) implements Result {}

    record Suppressed(String reason) implements Result {}

    /** What was allowed when it was decided is not allowed any more. */
    record Skipped(String reason) implements Result {}

    /** The provider was called in vain. @param at when to call again */
    record Retry(String reason, Instant at) implements Result {}

    /** The provider was not called at all. @param until when to claim again */
    record Postponed(String reason, Instant until) implements Result {}
}

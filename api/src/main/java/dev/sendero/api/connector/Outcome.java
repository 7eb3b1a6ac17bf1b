package dev.sendero.api.connector;

import java.time.Duration;

/** What a provider made of one attempt. Reasons are for people and carry no address, body or secret. */
public sealed interface Outcome {

    /** The provider has taken responsibility. */
    record Accepted(String providerId) implements Outcome {}

    /**
     * Surely not done, and worth another try.
     *
     * @param retryAfter what the provider asked for; zero if nothing
     * @param forAll whether no call at all makes sense meanwhile, as with HTTP 429 or refused credentials, rather than
     *     not this message
     */
    record Retryable(String reason, Duration retryAfter, boolean forAll) implements Outcome {

        /** About this message alone. */
        public Retryable(String reason, Duration retryAfter) {
            this(reason, retryAfter, false);
        }
    }

    /**
     * The provider was not called, because whom it would call for wants to be left alone for now: this was no attempt.
     *
     * @param howLong when to come back
     */
    record Postponed(String reason, Duration howLong) implements Outcome {}

    /**
     * Surely not done, and never will be.
     *
     * @param suppressAddress whether the address itself is dead
     */
    record Permanent(String reason, boolean suppressAddress) implements Outcome {}

    /** Surely not done, since whom it was for wants no more messages at that address, until they say otherwise. */
    record OptedOut(String reason) implements Outcome {}

    /** The request was written and no answer understood: done or not, nobody knows. */
    record Ambiguous(String reason) implements Outcome {}
}

package dev.sendero.api.connector;

import java.time.Duration;
import java.time.Instant;

/**
 * A connector whose provider does not recognise repeats, but can be asked whether a message has arrived. It is asked
 * before a message in doubt is sent again or held.
 */
public interface Reconciling {

    /** What a provider knows of a message. Reasons are for people and carry no address, body or secret. */
    sealed interface Finding {

        /** The provider has it. */
        record Arrived(String providerId) implements Finding {}

        /** The provider surely does not have it, and never will from that call. */
        record NotArrived() implements Finding {}

        /** The provider does not say. It is asked again, some times. */
        record Unknown(String reason) implements Finding {}
    }

    /** How long after a call the provider surely knows what came of it. */
    Duration settledAfter();

    /**
     * Asks the provider. Called by one thread at a time. Never throws for what a provider or a network does.
     *
     * @param delivery as it was sent
     * @param notBefore the message was not sent before
     */
    Finding find(Delivery delivery, Instant notBefore);
}

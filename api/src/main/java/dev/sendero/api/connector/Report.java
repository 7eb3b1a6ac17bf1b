package dev.sendero.api.connector;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.time.Duration;

/** One thing that a provider says. */
public sealed interface Report {

    /**
     * What became of a message.
     *
     * @param reason for people, without address or body; empty for what needs none
     * @param deadAddress whether nothing may be sent to the message's address any more
     */
    record Receipt(MessageId message, ReceiptEvents.Kind kind, String reason, boolean deadAddress) implements Report {}

    /**
     * A message that had been taken did not arrive, and is worth another try.
     *
     * @param providerId of the attempt that is meant, as the provider named it when it took the message
     * @param reason for people, without address or body
     * @param retryAfter how long after the first attempt another one makes sense; longer after later ones
     */
    record Undelivered(MessageId message, String providerId, String reason, Duration retryAfter) implements Report {}

    /**
     * Somebody wants no more messages at an address.
     *
     * @param reason how they said it, such as {@code answered STOP}
     */
    record OptOut(Channel channel, String address, String reason) implements Report {}

    /** Somebody wants messages at an address again. */
    record OptIn(Channel channel, String address, String reason) implements Report {}
}

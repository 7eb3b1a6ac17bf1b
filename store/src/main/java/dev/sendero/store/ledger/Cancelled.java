package dev.sendero.store.ledger;

import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Message;

/**
 * A message that is not sent because its run has ended.
 *
 * @param occurrence how many messages of the same run and step come before it among the cancelled ones, from 0
 */
public record Cancelled(Message message, Cancellation cancellation, int occurrence) {}

package dev.sendero.store.ledger;

import dev.sendero.api.message.Message;
import java.time.Instant;

/**
 * The right and the duty to call the provider once.
 *
 * @param attempt how often the provider will have been called with this call, from 1
 * @param plannedAt when the message was written down, by the process's clock
 */
public record Claim(Message message, int attempt, Instant plannedAt) {}

package dev.sendero.store.ledger;

import dev.sendero.api.message.Message;
import java.time.Instant;

/**
 * One row of the ledger.
 *
 * @param number the order of arrival
 * @param partition of the topic {@code messages}
 * @param dueAt when it may be claimed, while it is planned or waiting; by the process's clock
 * @param claimant who claimed it last; epoch 0 and an empty owner before the first claim
 * @param attempts how often it was claimed; a claim that was only postponed does not count
 * @param providerId what the provider calls it, once sent; empty before
 * @param plannedAt when it was written down, by the process's clock
 * @param changedAt when its state changed last, by the process's clock
 */
public record LedgerEntry(
        long number,
        Message message,
        int partition,
        MessageState state,
        Instant dueAt,
        Claimant claimant,
        int attempts,
        String providerId,
        String reason,
        Instant plannedAt,
        Instant changedAt) {}

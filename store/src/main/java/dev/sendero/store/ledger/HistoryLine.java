package dev.sendero.store.ledger;

import java.time.Instant;

/**
 * One thing that happened to a message.
 *
 * @param at by the clock of who did it
 * @param state what it came into
 * @param attempts how often it had been claimed by then
 * @param actor the person who did it; empty for a courier
 */
public record HistoryLine(Instant at, MessageState state, int attempts, String reason, String actor) {}

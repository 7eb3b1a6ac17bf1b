package dev.sendero.store.ledger;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Channel;

/** How many messages of one kind stand in the ledger. */
public record LedgerCount(JourneyId journey, Channel channel, MessageState state, long count) {}

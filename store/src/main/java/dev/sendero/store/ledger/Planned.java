package dev.sendero.store.ledger;

import dev.sendero.api.message.Message;

/** @param partition of the topic {@code messages} from which the message came: whoever owns it delivers the message */
public record Planned(Message message, int partition) {}

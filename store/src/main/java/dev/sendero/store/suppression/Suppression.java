package dev.sendero.store.suppression;

import dev.sendero.api.message.Channel;
import java.time.Instant;

/**
 * @param address as it is compared; of a list, a pseudonym of it where the store has a key for them
 * @param reason for people, such as the provider's words
 */
public record Suppression(Channel channel, String address, String reason, Instant at) {}

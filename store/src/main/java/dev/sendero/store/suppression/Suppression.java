package dev.sendero.store.suppression;

import dev.sendero.api.message.Channel;
import java.time.Instant;

/** @param reason for people, such as the provider's words */
public record Suppression(Channel channel, String address, String reason, Instant at) {}

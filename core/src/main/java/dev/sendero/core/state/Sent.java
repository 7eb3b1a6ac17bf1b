package dev.sendero.core.state;

import dev.sendero.api.message.Channel;

/**
 * A message that counts for a frequency cap.
 *
 * @param at when it was released, milliseconds since 1970
 */
public record Sent(long at, Channel channel, String group) {}

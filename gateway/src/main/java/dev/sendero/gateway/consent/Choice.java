package dev.sendero.gateway.consent;

import dev.sendero.api.message.Channel;

/**
 * What a customer says about one group on one channel.
 *
 * @param group empty for all, which can only be taken back
 */
public record Choice(Channel channel, String group, boolean granted) {}

package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.util.Map;

/**
 * How providers are called.
 *
 * @param rates how often a channel's provider is called at most; a channel that is not there has no limit
 * @param doubts what a channel does with messages in doubt; a channel that is not there holds them
 */
public record CallRules(Map<Channel, Rate> rates, Map<Channel, OnDoubt> doubts) {

    /** As often as there is something to send; what is in doubt is held. */
    public static final CallRules NONE = new CallRules(Map.of(), Map.of());

    public CallRules {
        rates = Map.copyOf(rates);
        doubts = Map.copyOf(doubts);
    }

    public OnDoubt onDoubt(Channel channel) {
        return doubts.getOrDefault(channel, OnDoubt.HOLD);
    }
}

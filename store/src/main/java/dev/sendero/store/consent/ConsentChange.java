package dev.sendero.store.consent;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import java.time.Instant;

/**
 * One thing that a customer has said about one channel.
 *
 * @param group the subscription group; empty for all
 * @param at when they said it
 * @param source where they said it, such as {@code one-click unsubscribe} or {@code event}
 * @param textVersion which wording they agreed to; empty when it is not known
 */
public record ConsentChange(
        CustomerId customer,
        Channel channel,
        String group,
        boolean granted,
        Instant at,
        String source,
        String textVersion) {}

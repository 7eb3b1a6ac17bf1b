package dev.sendero.api.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.message.Channel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How events speak of consent: two of them name a {@link #GROUP} and, if not all channels are meant, a
 * {@link #CHANNEL}; the trait {@link #TRAIT} says on which channels a customer agrees to a group, and so on which not.
 */
public final class ConsentEvents {

    public static final String SUBSCRIBED = "Subscribed";

    /** Without a group it means all. */
    public static final String UNSUBSCRIBED = "Unsubscribed";

    public static final String GROUP = "group";
    public static final String CHANNEL = "channel";

    /** Among the traits of an event: {@code consent: {group: [channels]}}. */
    public static final String TRAIT = "consent";

    private ConsentEvents() {}

    /** @param group empty for all, which only {@link #UNSUBSCRIBED} can mean */
    public static Event of(
            EventId id, CustomerId customer, Channel channel, String group, boolean granted, Instant at) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(CHANNEL, channel.wireName());
        if (!group.isEmpty()) {
            properties.put(GROUP, group);
        }
        return Event.track(id, granted ? SUBSCRIBED : UNSUBSCRIBED, customer, at, properties);
    }
}

package dev.sendero.core.profile;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.usage.Fields;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Suppression: a channel whose address has bounced or whose owner called a message spam is not used any more, until the
 * profile names another address. A bounce that says {@code bounce_type: soft} is none.
 */
public final class DeadAddresses {

    private static final String BOUNCE_TYPE = "bounce_type";
    private static final String SOFT = "soft";

    /** What is read of the properties of the events that suppress. */
    public static final Fields PROPERTIES = Fields.of(ReceiptEvents.ADDRESS, BOUNCE_TYPE);

    private static final Map<String, Channel> BY_EVENT = byEvent();

    private DeadAddresses() {}

    private static Map<String, Channel> byEvent() {
        Map<String, Channel> channels = new HashMap<>();
        for (Channel channel : Channel.values()) {
            if (channel.reachesCustomer()) {
                channels.put(ReceiptEvents.Kind.BOUNCED.eventName(channel), channel);
                channels.put(ReceiptEvents.Kind.COMPLAINED.eventName(channel), channel);
            }
        }
        return Map.copyOf(channels);
    }

    /** The events that suppress. */
    public static Set<String> eventNames() {
        return BY_EVENT.keySet();
    }

    static boolean isReport(Event event) {
        return BY_EVENT.containsKey(event.name());
    }

    /** What is known after an event has said that an address is dead. One that is not the customer's any more is none. */
    static Profile after(Event event, Profile before) {
        Channel channel = BY_EVENT.get(event.name());
        if (channel == null || SOFT.equals(event.properties().get(BOUNCE_TYPE))) {
            return before;
        }
        Object named = event.properties().get(ReceiptEvents.ADDRESS);
        String current = Addresses.of(channel, before.traits());
        boolean isCurrent = named == null || named.equals(ReceiptEvents.nameOf(channel, current));
        if (current.isEmpty() || !isCurrent) {
            return before;
        }
        Set<Channel> suppressed = EnumSet.of(channel);
        suppressed.addAll(before.suppressed());
        return before.withSuppressed(suppressed);
    }

    /** Lifts the suppression of channels for which the traits name another address than before. */
    static Profile lifted(Profile before, Profile after) {
        if (before.suppressed().isEmpty()) {
            return after;
        }
        Set<Channel> suppressed = EnumSet.copyOf(before.suppressed());
        suppressed.removeIf(channel ->
                !Addresses.of(channel, before.traits()).equalsIgnoreCase(Addresses.of(channel, after.traits())));
        return suppressed.equals(before.suppressed()) ? after : after.withSuppressed(suppressed);
    }
}

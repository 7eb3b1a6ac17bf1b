package dev.sendero.gateway.consent;

import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Channel;
import dev.sendero.store.consent.ConsentChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads out of events what their customers say of consent. */
public final class ConsentOfEvents {

    private static final String SOURCE = "event ";

    private ConsentOfEvents() {}

    /** In the order of the events; none where nothing is said of consent. */
    public static List<ConsentChange> of(List<Event> events) {
        var changes = new ArrayList<ConsentChange>();
        for (Event event : events) {
            if (event.name().equals(ConsentEvents.SUBSCRIBED) || event.name().equals(ConsentEvents.UNSUBSCRIBED)) {
                addNamed(event, changes);
            }
            if (event.traits().get(ConsentEvents.TRAIT) instanceof Map<?, ?> stated) {
                stated.forEach((group, channels) -> addStated(event, String.valueOf(group), channels, changes));
            }
        }
        return changes;
    }

    private static void addNamed(Event event, List<ConsentChange> changes) {
        boolean granted = event.name().equals(ConsentEvents.SUBSCRIBED);
        String group = property(event, ConsentEvents.GROUP);
        if (granted && group.isEmpty()) {
            return;
        }
        String named = property(event, ConsentEvents.CHANNEL);
        for (Channel channel : customerChannels()) {
            if (named.isEmpty() || channel.wireName().equalsIgnoreCase(named)) {
                changes.add(change(event, channel, group, granted));
            }
        }
    }

    /** Who names the channels of a group leaves out those to which they do not agree. */
    private static void addStated(Event event, String group, Object channels, List<ConsentChange> changes) {
        if (channels instanceof Collection<?> named) {
            for (Channel channel : customerChannels()) {
                boolean granted =
                        named.stream().anyMatch(name -> channel.wireName().equalsIgnoreCase(String.valueOf(name)));
                changes.add(change(event, channel, group, granted));
            }
        }
    }

    private static ConsentChange change(Event event, Channel channel, String group, boolean granted) {
        return new ConsentChange(
                event.customer(),
                channel,
                group,
                granted,
                event.timestamp(),
                SOURCE + event.id().value(),
                "");
    }

    private static List<Channel> customerChannels() {
        return Arrays.stream(Channel.values()).filter(Channel::reachesCustomer).toList();
    }

    private static String property(Event event, String name) {
        return Optional.ofNullable(event.properties().get(name))
                .map(Object::toString)
                .orElse("");
    }
}

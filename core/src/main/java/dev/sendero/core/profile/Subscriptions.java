package dev.sendero.core.profile;

import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Channel;
import dev.sendero.core.state.Consent;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.project.Bounds;
import dev.sendero.rules.usage.Fields;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What events say of consent, as {@link ConsentEvents} tells.
 */
public final class Subscriptions {

    /** What is read of the properties of these two events. */
    public static final Fields PROPERTIES = Fields.of(ConsentEvents.GROUP, ConsentEvents.CHANNEL);

    private static final Set<Channel> CUSTOMER_CHANNELS = EnumSet.copyOf(
            Arrays.stream(Channel.values()).filter(Channel::reachesCustomer).toList());

    private final Set<String> groups;
    private final Bounds bounds;

    /** @param groups the subscription groups of the project; what is said of others is kept for when they come */
    public Subscriptions(Set<String> groups, Bounds bounds) {
        this.groups = groups;
        this.bounds = bounds;
    }

    /** @param notTakenUp told once if there is no room for a group that the project does not have */
    Profile after(Event event, Profile before, Consumer<String> notTakenUp) {
        if (!speaksOfConsent(event)) {
            return before;
        }
        var consent = new Stated(before.consent());
        long at = Deadline.millisOf(event.timestamp());
        boolean mayGrant = at >= before.consentAsOf();
        if (event.traits().get(ConsentEvents.TRAIT) instanceof Map<?, ?> stated) {
            stated.forEach((group, channels) -> state(consent, String.valueOf(group), channels, mayGrant));
        }
        if (isChange(event)) {
            change(consent, event, mayGrant);
        }
        if (consent.full) {
            notTakenUp.accept(Bounds.GROUPS);
        }
        return consent.byGroup.equals(before.consent()) ? before : before.withConsent(consent.byGroup, at);
    }

    static boolean isChange(Event event) {
        return event.name().equals(ConsentEvents.SUBSCRIBED) || event.name().equals(ConsentEvents.UNSUBSCRIBED);
    }

    private static boolean speaksOfConsent(Event event) {
        return isChange(event) || event.traits().containsKey(ConsentEvents.TRAIT);
    }

    private void state(Stated consent, String group, Object channels, boolean mayGrant) {
        if (channels instanceof Collection<?> names) {
            Set<Channel> agreed = EnumSet.noneOf(Channel.class);
            names.forEach(name -> agreed.addAll(channelsNamed(String.valueOf(name))));
            Set<Channel> others = EnumSet.copyOf(CUSTOMER_CHANNELS);
            others.removeAll(agreed);
            refuse(consent, group, others);
            if (mayGrant) {
                grant(consent, group, agreed);
            }
        }
    }

    private void change(Stated consent, Event event, boolean mayGrant) {
        Object channel = event.properties().get(ConsentEvents.CHANNEL);
        Set<Channel> channels = channel == null ? CUSTOMER_CHANNELS : channelsNamed(channel.toString());
        Object group = event.properties().get(ConsentEvents.GROUP);
        boolean grants = event.name().equals(ConsentEvents.SUBSCRIBED);
        if (!grants) {
            Set<String> refused = group == null ? allGroups(consent) : Set.of(group.toString());
            refused.forEach(name -> refuse(consent, name, channels));
        } else if (mayGrant && group != null) {
            grant(consent, group.toString(), channels);
        }
    }

    private Set<String> allGroups(Stated consent) {
        Set<String> all = new TreeSet<>(groups);
        all.addAll(consent.byGroup.keySet());
        return all;
    }

    private void grant(Stated consent, String group, Set<Channel> channels) {
        consent.put(group, consent.of(group).grant(channels));
    }

    private void refuse(Stated consent, String group, Set<Channel> channels) {
        consent.put(group, consent.of(group).refuse(channels));
    }

    private static Set<Channel> channelsNamed(String wireName) {
        Set<Channel> named = EnumSet.noneOf(Channel.class);
        for (Channel channel : CUSTOMER_CHANNELS) {
            if (channel.wireName().equals(wireName.toLowerCase(Locale.ROOT))) {
                named.add(channel);
            }
        }
        return named;
    }

    /** What is stated by now, by group. */
    private final class Stated {

        private final Map<String, Consent> byGroup;
        private boolean full;

        Stated(Map<String, Consent> before) {
            this.byGroup = new LinkedHashMap<>(before);
        }

        Consent of(String group) {
            return byGroup.getOrDefault(group, Consent.UNSTATED);
        }

        void put(String group, Consent consent) {
            if (byGroup.containsKey(group) || groups.contains(group) || byGroup.size() < bounds.groups()) {
                byGroup.put(group, consent);
            } else {
                full = true;
            }
        }
    }
}

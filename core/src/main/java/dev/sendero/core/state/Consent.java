package dev.sendero.core.state;

import dev.sendero.api.message.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a customer has said about one subscription group. A channel that is in neither set goes by the group's default.
 *
 * @param granted never changed once it is here
 * @param refused likewise
 */
public record Consent(Set<Channel> granted, Set<Channel> refused) {

    /** Nothing was said. */
    public static final Consent UNSTATED = new Consent(Set.of(), Set.of());

    public Consent grant(Set<Channel> channels) {
        return new Consent(union(granted, channels), difference(refused, channels));
    }

    public Consent refuse(Set<Channel> channels) {
        return new Consent(difference(granted, channels), union(refused, channels));
    }

    private static Set<Channel> union(Set<Channel> left, Set<Channel> right) {
        Set<Channel> union = EnumSet.noneOf(Channel.class);
        union.addAll(left);
        union.addAll(right);
        return union;
    }

    private static Set<Channel> difference(Set<Channel> left, Set<Channel> right) {
        Set<Channel> difference = EnumSet.noneOf(Channel.class);
        difference.addAll(left);
        difference.removeAll(right);
        return difference;
    }
}

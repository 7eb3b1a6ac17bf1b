package dev.sendero.gateway.consent;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.project.SubscriptionGroup;
import dev.sendero.store.consent.ConsentChange;
import java.util.Collection;
import java.util.List;

/**
 * What a customer has said about consent.
 *
 * @param words the newest first
 */
public record StatedConsent(List<ConsentChange> words) {

    /** By their newest word about the group or all groups there, or as the group has it for who is silent. */
    public boolean agreesTo(SubscriptionGroup group, Channel channel) {
        return newest(group, channel, true);
    }

    /** The groups to which they agreed on a channel before they took back all of them there at once. */
    public List<Choice> agreedBeforeOptOut(Channel channel, Collection<SubscriptionGroup> groups) {
        return groups.stream()
                .filter(group -> group.channels().contains(channel) && newest(group, channel, false))
                .map(group -> new Choice(channel, group.name(), true))
                .toList();
    }

    private boolean newest(SubscriptionGroup group, Channel channel, boolean aboutAllToo) {
        return words.stream()
                .filter(word -> word.channel() == channel)
                .filter(word -> word.group().equals(group.name())
                        || (aboutAllToo && word.group().isEmpty()))
                .findFirst()
                .map(ConsentChange::granted)
                .orElse(group.optedInByDefault());
    }
}

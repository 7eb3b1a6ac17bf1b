package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.trait.ProfileRules;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * {@code sendero.yaml}, and what the files of traits say.
 *
 * @param name the project's name
 * @param zone what a customer without {@code traits.timezone} lives in
 * @param currency ISO 4217 code of conversion values
 * @param stages the stages of a customer's life, in order
 * @param groups subscription groups by name
 * @param channels how channels are set up, by channel; a channel that is not there goes to the dev mailbox
 * @param links where the links of messages lead
 * @param writeKeys the keys that may write events; never empty
 * @param bounds of what is kept of one customer
 * @param holdout the share of all customers that no journey sends anything, but for transactional messages
 * @param utm what links of messages tell web analytics
 * @param sending when and how often customers get messages
 * @param made which events are made from others, as {@code events.yaml} says
 * @param rules by which traits and segments of customers are computed; from the files of traits
 */
public record Settings(
        String name,
        ZoneId zone,
        String currency,
        List<String> stages,
        Map<String, SubscriptionGroup> groups,
        Map<Channel, ChannelSettings> channels,
        LinkSettings links,
        List<String> writeKeys,
        Bounds bounds,
        Share holdout,
        Utm utm,
        SendingRules sending,
        MadeEvents made,
        ProfileRules rules) {

    /** What a project has that says nothing. */
    public static final Settings DEFAULT = new Settings(
            "Sendero",
            ZoneOffset.UTC,
            "USD",
            List.of(),
            Map.of(),
            Map.of(),
            LinkSettings.NONE,
            List.of("dev"),
            Bounds.DEFAULT,
            Share.NONE,
            Utm.OFF,
            SendingRules.NONE,
            MadeEvents.NONE,
            ProfileRules.NONE);

    public Settings with(Bounds others) {
        return new Settings(
                name, zone, currency, stages, groups, channels, links, writeKeys, others, holdout, utm, sending, made,
                rules);
    }

    public Settings withHoldout(Share share) {
        return new Settings(
                name, zone, currency, stages, groups, channels, links, writeKeys, bounds, share, utm, sending, made,
                rules);
    }

    public Settings with(SendingRules others) {
        return new Settings(
                name, zone, currency, stages, groups, channels, links, writeKeys, bounds, holdout, utm, others, made,
                rules);
    }

    public Settings with(MadeEvents newer) {
        return new Settings(
                name, zone, currency, stages, groups, channels, links, writeKeys, bounds, holdout, utm, sending, newer,
                rules);
    }

    public Settings with(ProfileRules others) {
        return new Settings(
                name, zone, currency, stages, groups, channels, links, writeKeys, bounds, holdout, utm, sending, made,
                others);
    }
}

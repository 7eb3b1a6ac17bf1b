package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.trait.ProfileRules;
import java.time.ZoneId;
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
 * @param writeKeys the keys that may write events; never empty
 * @param bounds of what is kept of one customer
 * @param holdout the share of all customers that no journey sends anything, but for transactional messages
 * @param utm what links of messages tell web analytics
 * @param sending when and how often customers get messages
 * @param made which events are made from others, as {@code events.yaml} says
 * @param profileRules what is computed of customers; from the files of traits
 */
public record Settings(
        String name,
        ZoneId zone,
        String currency,
        List<String> stages,
        Map<String, SubscriptionGroup> groups,
        Map<Channel, ChannelSettings> channels,
        List<String> writeKeys,
        Bounds bounds,
        Share holdout,
        Utm utm,
        SendingRules sending,
        MadeEvents made,
        ProfileRules profileRules) {

    /** Without a holdout, with links as they are written, with events as they were sent, and with nothing computed. */
    public Settings(
            String name,
            ZoneId zone,
            String currency,
            List<String> stages,
            Map<String, SubscriptionGroup> groups,
            Map<Channel, ChannelSettings> channels,
            List<String> writeKeys,
            Bounds bounds) {
        this(name, zone, currency, stages, groups, channels, writeKeys, bounds, Share.NONE, Utm.OFF);
    }

    /** With what is computed of customers. */
    public Settings with(ProfileRules rules) {
        return new Settings(
                name, zone, currency, stages, groups, channels, writeKeys, bounds, holdout, utm, sending, made, rules);
    }

    /** With events as they were sent, and with nothing computed. */
    public Settings(
            String name,
            ZoneId zone,
            String currency,
            List<String> stages,
            Map<String, SubscriptionGroup> groups,
            Map<Channel, ChannelSettings> channels,
            List<String> writeKeys,
            Bounds bounds,
            Share holdout,
            Utm utm) {
        this(
                name,
                zone,
                currency,
                stages,
                groups,
                channels,
                writeKeys,
                bounds,
                holdout,
                utm,
                SendingRules.NONE,
                MadeEvents.NONE,
                ProfileRules.NONE);
    }

    /** With events that are made from others. */
    public Settings with(MadeEvents others) {
        return new Settings(
                name,
                zone,
                currency,
                stages,
                groups,
                channels,
                writeKeys,
                bounds,
                holdout,
                utm,
                sending,
                others,
                profileRules);
    }

    /** With other rules of sending. */
    public Settings with(SendingRules others) {
        return new Settings(
                name,
                zone,
                currency,
                stages,
                groups,
                channels,
                writeKeys,
                bounds,
                holdout,
                utm,
                others,
                made,
                profileRules);
    }
}

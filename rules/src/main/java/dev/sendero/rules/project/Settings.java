package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * {@code sendero.yaml}.
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
        Utm utm) {

    /** Without a holdout, and with links as they are written. */
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
}

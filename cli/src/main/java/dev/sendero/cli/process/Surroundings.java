package dev.sendero.cli.process;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.project.ChannelSettings;
import dev.sendero.rules.project.Project;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What courier and gateway find when they start.
 *
 * @param bootstrapServers of the broker that is up
 * @param links where customers reach the gateway; empty where nobody follows links, as in a simulation
 * @param started closes what they start
 */
record Surroundings(
        ProcessSettings settings,
        Project project,
        String bootstrapServers,
        Storage storage,
        Optional<CustomerAddress> links,
        ClosingOrder started) {

    InstantSource clock() {
        return settings.clock().source();
    }

    /** How providers are reached, by channel; none where messages stay in the mailbox. */
    Map<Channel, ChannelSettings> providers() {
        return settings.reachesCustomers() ? project.settings().channels() : Map.of();
    }
}

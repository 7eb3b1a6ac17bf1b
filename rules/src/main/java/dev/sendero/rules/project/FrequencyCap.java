package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * How many messages a customer gets at most in a length of time, over all journeys. Transactional messages are neither
 * held back nor counted.
 *
 * @param atMost 1 or more
 * @param per a length of time that slides: a message counts until it is as old as that
 * @param channels of the messages that count; empty for all
 * @param groups subscription groups of the messages that count; empty for all
 */
public record FrequencyCap(int atMost, Duration per, Set<Channel> channels, Set<String> groups) {

    /** Whether a message counts. */
    public boolean isAbout(Channel channel, String group) {
        return (channels.isEmpty() || channels.contains(channel)) && (groups.isEmpty() || groups.contains(group));
    }
}

package dev.sendero.courier;

import dev.sendero.api.Topics;
import dev.sendero.rules.project.CallRules;
import java.time.Duration;

/**
 * How one courier runs.
 *
 * @param group the Kafka consumer group that all instances share
 * @param instance the name of this instance: the same after a restart, another for every instance beside it
 * @param lease how long others wait for this instance to resolve a claim at least; on a channel whose provider may take
 *     long for a call, longer
 * @param groupSize how many messages of one channel are claimed and unresolved at most, 1 or more; on a channel whose
 *     provider does not recognise repeats not more than {@code callsAtOnce}
 * @param callsAtOnce how many calls of one channel run at the same time at most, 1 or more
 * @param calls how providers are called; rates are those of all instances together
 */
public record CourierSettings(
        String bootstrapServers,
        Topics topics,
        String group,
        String instance,
        Duration lease,
        int groupSize,
        int callsAtOnce,
        CallRules calls) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public CourierSettings {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("lease: " + lease + " (expected: PT1S or longer)");
        }
        if (groupSize < 1) {
            throw new IllegalArgumentException("groupSize: " + groupSize + " (expected: 1 or more)");
        }
        if (callsAtOnce < 1) {
            throw new IllegalArgumentException("callsAtOnce: " + callsAtOnce + " (expected: 1 or more)");
        }
    }

    /** What suits most; a lease of 30 minutes, because a mail server may take 10 after the final dot. */
    public static CourierSettings of(String bootstrapServers, String instance) {
        return new CourierSettings(
                bootstrapServers,
                Topics.DEFAULT,
                "sendero-courier",
                instance,
                Duration.ofMinutes(30),
                500,
                32,
                CallRules.NONE);
    }

    /** With rules for providers. */
    public CourierSettings with(CallRules others) {
        return new CourierSettings(bootstrapServers, topics, group, instance, lease, groupSize, callsAtOnce, others);
    }
}

package dev.sendero.cli.publish;

import dev.sendero.api.Topics;
import dev.sendero.cli.terminal.CommandFailure;
import org.apache.kafka.common.KafkaException;

/** The running system that a command changes: reached by its brokers. */
final class Brokers {

    /** What is done with a publisher. */
    @FunctionalInterface
    interface Work {
        int with(JourneyPublisher publisher) throws PublishFailed;
    }

    private Brokers() {}

    /** @throws CommandFailure when the brokers cannot be reached or refuse */
    static int of(String bootstrapServers, Work work) {
        try (var publisher = JourneyPublisher.open(bootstrapServers, Topics.DEFAULT.journeys())) {
            return work.with(publisher);
        } catch (KafkaException | PublishFailed refused) {
            throw CommandFailure.environment(
                            bootstrapServers + ": " + refused.getMessage(),
                            "name brokers of the running system, such as --to localhost:9092")
                    .causedBy(refused);
        }
    }
}

package dev.sendero.cli.publish;

import dev.sendero.api.Topics;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.TerminalLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The running system that a command changes: reached by its brokers. */
final class Brokers {

    /** What is done with a publisher. */
    @FunctionalInterface
    interface Work {
        int with(JourneyPublisher publisher) throws PublishFailed;
    }

    private static final int PATIENCE_MILLIS = 5_000;

    private Brokers() {}

    /** @throws CommandFailure when the brokers cannot be reached or refuse */
    static int of(String bootstrapServers, Work work) {
        TerminalLog.withoutKafka();
        requireReachable(bootstrapServers);
        try (var publisher = JourneyPublisher.open(bootstrapServers, Topics.DEFAULT.journeys())) {
            return work.with(publisher);
        } catch (KafkaException | PublishFailed refused) {
            throw failure(bootstrapServers, String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Who reads a topic waits for its brokers for a minute, which is too long for a wrong address. */
    private static void requireReachable(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                PATIENCE_MILLIS / 2);
        String topic = Topics.DEFAULT.journeys();
        try (var admin = Admin.create(settings)) {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
        } catch (ExecutionException refused) {
            throw failure(bootstrapServers, reason(refused, topic), refused);
        } catch (KafkaException refused) {
            throw failure(bootstrapServers, String.valueOf(refused.getMessage()), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(bootstrapServers, "interrupted", stopped);
        }
    }

    private static String reason(ExecutionException refused, String topic) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        if (cause instanceof TimeoutException) {
            return "no answer within " + PATIENCE_MILLIS / 1_000 + " s";
        }
        return cause instanceof UnknownTopicOrPartitionException
                ? "no topic '" + topic + "', so no Sendero runs on it"
                : String.valueOf(cause.getMessage());
    }

    private static CommandFailure failure(String bootstrapServers, String reason, Exception cause) {
        return CommandFailure.environment(
                        bootstrapServers + ": " + reason,
                        "name brokers of the running system, such as --to localhost:9092")
                .causedBy(cause);
    }
}

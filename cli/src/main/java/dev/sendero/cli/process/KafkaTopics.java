package dev.sendero.cli.process;

import dev.sendero.api.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a process needs; those that are there stay as they are. */
record KafkaTopics(Topics names, int partitions, short replicas, boolean brokerStampsEvents) {

    /** @throws EnvironmentProblem when the cluster cannot be reached or refuses */
    void createOn(String bootstrapServers) throws EnvironmentProblem {
        // With the broker's own time on each record, the clock of whoever writes does not matter.
        String stamp = brokerStampsEvents ? "LogAppendTime" : "CreateTime";
        var events = new NewTopic(names.events(), partitions, replicas)
                .configs(Map.of(
                        "message.timestamp.type",
                        stamp,
                        // A simulated clock may be ahead of the broker's.
                        "message.timestamp.after.max.ms",
                        Long.toString(Long.MAX_VALUE),
                        "retention.ms",
                        "-1"));
        var journeys = new NewTopic(names.journeys(), 1, replicas).configs(Map.of("cleanup.policy", "compact"));
        var messages = new NewTopic(names.messages(), partitions, replicas).configs(Map.of("retention.ms", "-1"));
        var facts = new NewTopic(names.facts(), partitions, replicas).configs(Map.of("retention.ms", "-1"));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "default.api.timeout.ms", 15_000, "request.timeout.ms", 5_000);
        try (var admin = Admin.create(settings)) {
            for (var created : admin.createTopics(List.of(events, journeys, messages, facts))
                    .values()
                    .values()) {
                ignoreExisting(created::get);
            }
        } catch (ExecutionException | RuntimeException refused) {
            throw new EnvironmentProblem(
                    "Kafka at " + bootstrapServers + " cannot be used: " + innermost(refused),
                    "check the address given to --kafka, and that the cluster is up",
                    refused);
        }
    }

    private interface Creation {
        Object get() throws InterruptedException, ExecutionException;
    }

    private static void ignoreExisting(Creation creation) throws ExecutionException, EnvironmentProblem {
        try {
            creation.get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentProblem("interrupted while topics were made", "", stopped);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}

package dev.sendero.cli.process;

import dev.sendero.api.Topics;
import dev.sendero.broker.TopicCreation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The topics that a process needs; those that are there stay as they are. */
record KafkaTopics(Topics names, int partitions, short replicas, boolean brokerStampsEvents) {

    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * What cannot be taken out of a log has left it within a month of its coming, which is as long as somebody who asks to
     * be erased may be kept waiting (GDPR, article 12, paragraph 3): a segment is deleted when the newest record in it is
     * that old, and takes records for as long as this.
     */
    private static final Duration RETENTION = Duration.ofDays(21);

    private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);

    /** @throws EnvironmentProblem when the cluster cannot be reached or refuses */
    void createOn(String bootstrapServers) throws EnvironmentProblem {
        // With the broker's own time on each record, the clock of whoever writes does not matter.
        String stamp = brokerStampsEvents ? "LogAppendTime" : "CreateTime";
        List<NewTopic> topics = List.of(
                topic(names.events(), partitions, expiring(Map.of("message.timestamp.type", stamp))),
                topic(names.journeys(), 1, Map.of("cleanup.policy", "compact")),
                topic(names.messages(), partitions, expiring(Map.of())),
                topic(names.facts(), partitions, expiring(Map.of())));
        try (var admin = Admin.create(adminSettings(bootstrapServers))) {
            TopicCreation.create(admin, topics);
        } catch (ExecutionException | RuntimeException refused) {
            throw unusable(bootstrapServers, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentProblem("interrupted while topics were made", "", stopped);
        }
    }

    /** A simulated clock says nothing of how long something has lain there: by it, what was just replayed would be old. */
    private Map<String, String> expiring(Map<String, String> configuration) {
        var all = new HashMap<>(configuration);
        all.put("retention.ms", brokerStampsEvents ? Long.toString(RETENTION.toMillis()) : "-1");
        all.put("segment.ms", Long.toString(LONGEST_SEGMENT.toMillis()));
        return all;
    }

    private NewTopic topic(String name, int partitionCount, Map<String, String> configuration) {
        var all = new HashMap<>(configuration);
        // A simulated clock may be ahead of the broker's.
        all.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        return new NewTopic(name, partitionCount, replicas).configs(all);
    }

    /** The newest time on any record of the events, by which a clock of events goes on after a restart. */
    Instant newestEvent(String bootstrapServers) throws EnvironmentProblem {
        try (var admin = Admin.create(adminSettings(bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
            for (var topic : admin.describeTopics(List.of(names.events()))
                    .allTopicNames()
                    .get()
                    .values()) {
                topic.partitions()
                        .forEach(partition -> newest.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.maxTimestamp()));
            }
            return admin.listOffsets(newest).all().get().values().stream()
                    .map(found -> Instant.ofEpochMilli(Math.max(0, found.timestamp())))
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        } catch (ExecutionException | RuntimeException refused) {
            throw unusable(bootstrapServers, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentProblem("interrupted while the events were looked at", "", stopped);
        }
    }

    private static Map<String, Object> adminSettings(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                PATIENCE_MILLIS / 2);
    }

    private static EnvironmentProblem unusable(String bootstrapServers, Exception refused) {
        return new EnvironmentProblem(
                "Kafka at " + bootstrapServers + " cannot be used: " + innermost(refused),
                "check the address given to --kafka, and that the cluster is up",
                refused);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof TimeoutException
                ? "no answer within " + PATIENCE_MILLIS / 1_000 + " s"
                : String.valueOf(cause.getMessage());
    }
}

package dev.sendero.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes topics that can be written to at once. A topic that has just been made is known before its partitions serve:
 * of records that are written meanwhile, the first may be refused and those behind them taken, and a producer that
 * numbers its records (as all do that repeat nothing) is then refused until it gives up.
 */
public final class TopicCreation {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(20);

    private TopicCreation() {}

    /**
     * Returns when every partition of the topics serves. Topics that are there stay as they are.
     *
     * @throws ExecutionException when the cluster cannot be reached or refuses; its cause says why
     */
    public static void create(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        CreateTopicsResult creation = admin.createTopics(topics);
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < createdPartitions(creation, topic.name()); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        awaitLeaders(admin, ends);
    }

    /** Only the leader of a partition tells where it ends. Until there is one the client itself asks again. */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException refused) {
                // A broker that has not heard of the topic yet makes the client give up at once.
                boolean unheard = refused.getCause() instanceof UnknownTopicOrPartitionException;
                if (!unheard || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw refused;
                }
                Thread.sleep(REST.toMillis());
            }
        }
    }

    /** @return none for a topic that was there */
    private static int createdPartitions(CreateTopicsResult creation, String topic)
            throws ExecutionException, InterruptedException {
        try {
            return creation.numPartitions(topic).get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof TopicExistsException) {
                return 0;
            }
            throw refused;
        }
    }
}

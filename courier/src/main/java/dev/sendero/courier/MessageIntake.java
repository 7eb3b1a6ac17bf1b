package dev.sendero.courier;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.OutboundJson;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Outbound;
import dev.sendero.store.ledger.Cancelled;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.Planned;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic {@code messages} into the ledger. An offset is committed only after everything before it is durable:
 * messages in the ledger, the facts about cancelled ones in their topic, and who has been erased out of the store.
 */
final class MessageIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MessageIntake.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final OwnedPartitions owned;
    private final String topic;
    private final Ledger ledger;
    private final TopicWriter facts;
    private final ErasureIntake erasures;
    private final InstantSource clock;
    private final Runnable afterPlanning;

    /** @param afterPlanning is run when there is something new to claim */
    MessageIntake(
            CourierSettings settings,
            OwnedPartitions owned,
            Ledger ledger,
            TopicWriter facts,
            ErasureIntake erasures,
            InstantSource clock,
            Runnable afterPlanning) {
        this.owned = owned;
        this.topic = settings.topics().messages();
        this.ledger = ledger;
        this.facts = facts;
        this.erasures = erasures;
        this.clock = clock;
        this.afterPlanning = afterPlanning;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.bootstrapServers(),
                        "group.id",
                        settings.group(),
                        // An instance that comes back after a kill takes its own place at once.
                        "group.instance.id",
                        settings.instance(),
                        "session.timeout.ms",
                        10_000,
                        "heartbeat.interval.ms",
                        2_000,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        5_000,
                        "max.poll.records",
                        2_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic), owned);
    }

    /** Takes in what there is; waits a moment when there is nothing. */
    Duration takeIn() {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(POLL);
        } catch (WakeupException stopped) {
            return Duration.ZERO;
        }
        countPartitions();
        if (!records.isEmpty()) {
            try {
                write(records);
                consumer.commitSync();
            } catch (WakeupException stopped) {
                // What was written stays written; reading it again changes nothing.
                return Duration.ZERO;
            } catch (RuntimeException failed) {
                rewind(records);
                throw failed;
            }
            afterPlanning.run();
        }
        return Duration.ZERO;
    }

    /** Kafka assigns anew when there are more partitions than before. */
    private void countPartitions() {
        if (owned.isToBeCounted() && !owned.list().isEmpty()) {
            owned.count(consumer.partitionsFor(topic).size());
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        var messages = new ArrayList<Planned>();
        var cancellations = new ArrayList<Cancellation>();
        var erased = new ArrayList<Erasure>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Outbound outbound;
            try {
                outbound = OutboundJson.read(record.value());
            } catch (MalformedJson foreign) {
                LOG.error("{}: {} (left out)", placeOf(record), foreign.getMessage());
                continue;
            }
            if (outbound instanceof Message message) {
                messages.add(new Planned(message, record.partition()));
            } else if (outbound instanceof Cancellation cancellation) {
                cancellations.add(cancellation);
            } else if (outbound instanceof Erasure erasure) {
                erased.add(erasure);
            }
        }
        List<Cancelled> cancelled = ledger.plan(messages, cancellations, clock.instant());
        facts.write(cancelled.stream().map(CancelledFacts::of).toList());
        erased.forEach(erasures::take);
    }

    private static String placeOf(ConsumerRecord<byte[], byte[]> record) {
        return "topic " + record.topic() + ", partition " + record.partition() + ", offset " + record.offset();
    }

    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (owned.list().contains(partition.partition())) {
                consumer.seek(partition, records.records(partition).get(0).offset());
            }
        }
    }

    /** Ends a poll that waits; to be called by another thread. */
    void wake() {
        consumer.wakeup();
    }

    /** To be called when no thread polls any more. */
    void close(Duration longest) {
        // Another instance takes over at once instead of when this one's session has timed out.
        consumer.close(CloseOptions.timeout(longest)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}

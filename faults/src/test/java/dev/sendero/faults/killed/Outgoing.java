package dev.sendero.faults.killed;

import dev.sendero.api.Topics;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a job has appended to its two topics: in order, with repeats, and with the time at which the broker took it. */
final class Outgoing implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** @param partition of the topic {@code messages} */
    record Taken(Outbound outbound, int partition) {}

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Taken> outbound = new ArrayList<>();
    private final Map<MessageId, Message> messages = new HashMap<>();
    private final Set<Cancellation> cancellations = new HashSet<>();
    private final Set<Fact> facts = new HashSet<>();
    private final TreeSet<Instant> times = new TreeSet<>();
    private int messageRepeats;
    private int changedRepeats;
    private int factRepeats;

    Outgoing(String bootstrapServers, Topics topics) {
        this.topics = topics;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : List.of(topics.messages(), topics.facts())) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has been appended since the last call. */
    void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        times.add(Instant.ofEpochMilli(record.timestamp()));
        try {
            if (record.topic().equals(topics.facts())) {
                factRepeats += facts.add(WireJson.read(record.value(), Fact.class)) ? 0 : 1;
            } else {
                take(WireJson.read(record.value(), Outbound.class), record.partition());
            }
        } catch (MalformedJson foreign) {
            throw new IllegalStateException(record.topic() + ": a record that cannot be read", foreign);
        }
    }

    private void take(Outbound next, int partition) {
        outbound.add(new Taken(next, partition));
        if (next instanceof Cancellation cancellation) {
            cancellations.add(cancellation);
        } else if (next instanceof Message message) {
            Message first = messages.putIfAbsent(message.id(), message);
            if (first != null) {
                messageRepeats++;
                changedRepeats += first.equals(message) ? 0 : 1;
            }
        }
    }

    /** In the order of each partition. */
    List<Taken> outbound() {
        return outbound;
    }

    Set<MessageId> messages() {
        return messages.keySet();
    }

    Set<Cancellation> cancellations() {
        return cancellations;
    }

    Set<Fact> facts() {
        return facts;
    }

    /** How many messages came again. */
    int messageRepeats() {
        return messageRepeats;
    }

    /** How many messages came again and said something else. */
    int changedRepeats() {
        return changedRepeats;
    }

    int factRepeats() {
        return factRepeats;
    }

    /** When the first record was appended that is not older than the given time. */
    Instant firstFrom(Instant time) {
        Instant first = times.ceiling(time);
        if (first == null) {
            throw new IllegalStateException("records from " + time + " on: none (expected: one or more)");
        }
        return first;
    }

    @Override
    public void close() {
        consumer.close();
    }
}

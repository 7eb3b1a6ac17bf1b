package dev.sendero.courier;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the content cache from the topic {@code journeys}: all of it at the start, then what is published. */
final class ContentReader {

    private static final Logger LOG = LoggerFactory.getLogger(ContentReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_REWINDS = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final ContentCache cache;
    private final InstantSource wallClock;
    private final Map<TopicPartition, Long> readBefore = new HashMap<>();
    private Map<TopicPartition, Long> endsAtStart = Map.of();
    private Instant rewoundAt = Instant.MIN;
    private volatile boolean complete;

    ContentReader(CourierSettings settings, ContentCache cache, InstantSource wallClock) {
        this.topic = settings.topics().journeys();
        this.cache = cache;
        this.wallClock = wallClock;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.bootstrapServers(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Whether everything is known that had been published when the reader started. */
    boolean isComplete() {
        return complete;
    }

    /** Reads what there is; waits a moment when there is nothing. */
    Duration read() {
        try {
            if (consumer.assignment().isEmpty() && !assign()) {
                return POLL;
            }
            if (complete
                    && cache.misses()
                    && rewoundAt.isBefore(wallClock.instant().minus(BETWEEN_REWINDS))) {
                rewind();
            }
            consumer.poll(POLL).forEach(this::take);
            if (!complete) {
                complete = endsAtStart.entrySet().stream()
                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return Duration.ZERO;
        } catch (WakeupException stopped) {
            return Duration.ZERO;
        }
    }

    /** @return whether the topic is there */
    private boolean assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            return false;
        }
        endsAtStart = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return true;
    }

    /** Reads the topic again, only for what is wanted: the rest is in memory or was evicted for good reason. */
    private void rewind() {
        rewoundAt = wallClock.instant();
        for (TopicPartition partition : consumer.assignment()) {
            readBefore.merge(partition, consumer.position(partition), Math::max);
        }
        consumer.seekToBeginning(consumer.assignment());
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(ContentId.TOPIC_KEY_PREFIX)) {
            return;
        }
        var id = new ContentId(key.substring(ContentId.TOPIC_KEY_PREFIX.length()));
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < readBefore.getOrDefault(partition, 0L) && !cache.isWanted(id)) {
            return;
        }
        if (record.value() == null) {
            cache.remove(id);
            return;
        }
        try {
            cache.put(id, WireJson.read(record.value(), Content.class), record.value().length);
        } catch (MalformedJson foreign) {
            LOG.error("topic {}, key {}: {} (left out)", topic, key, foreign.getMessage());
        }
    }

    /** Ends a poll that waits; to be called by another thread. */
    void wake() {
        consumer.wakeup();
    }

    /** To be called when no thread reads any more. */
    void close(Duration longest) {
        consumer.close(CloseOptions.timeout(longest));
    }
}

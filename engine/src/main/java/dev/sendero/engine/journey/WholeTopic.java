package dev.sendero.engine.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to where it ends at the time. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(100);

    private WholeTopic() {}

    /** Returns when all has been handed over; what was appended meanwhile may be among it. */
    public static void read(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = TopicBeginning.consumer(bootstrapServers)) {
            List<TopicPartition> partitions = TopicBeginning.seek(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}

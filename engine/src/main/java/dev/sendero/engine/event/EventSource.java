package dev.sendero.engine.event;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The topic of events as a source, and the time that it tells. */
public final class EventSource {

    private EventSource() {}

    /** From the oldest event on, where no checkpoint says otherwise: what was written before the first start counts. */
    public static KafkaSource<ReceivedEvent> of(String bootstrapServers, String topic, TimeBounds bounds) {
        return KafkaSource.<ReceivedEvent>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new EventRecords(bounds))
                // Positions are in the checkpoints; nobody reads them in Kafka.
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }

    /**
     * Time in each partition is its newest event or heartbeat less the allowed disorder, and one millisecond, since a
     * watermark says that nothing of its own time comes any more. Time of the stream is that of the slowest partition.
     */
    public static WatermarkStrategy<ReceivedEvent> timeOf(TimeBounds bounds) {
        return WatermarkStrategy.<ReceivedEvent>forBoundedOutOfOrderness(bounds.disorder())
                .withTimestampAssigner((received, recordTimestamp) -> received.timestampMillis());
    }
}

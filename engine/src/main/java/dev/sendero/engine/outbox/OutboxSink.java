package dev.sendero.engine.outbox;

import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends records to a Kafka topic once the checkpoint that holds them is complete: nothing leaves that the job could
 * still take back. A job that is restored appends the whole batch of its checkpoint again, so the topic may repeat
 * records, and whoever reads it removes repeats by their ids.
 *
 * <p>Appending blocks the task, so the sink is not to be chained to what decides.
 */
public final class OutboxSink implements Sink<OutboxRecord>, SupportsCommitter<OutboxBatch> {

    private final String topic;
    private final ProducerFactory producers;

    public OutboxSink(String bootstrapServers, String topic) {
        this(topic, () -> producerTo(bootstrapServers));
    }

    OutboxSink(String topic, ProducerFactory producers) {
        this.topic = topic;
        this.producers = producers;
    }

    @Override
    public SinkWriter<OutboxRecord> createWriter(WriterInitContext context) {
        return new OutboxWriter();
    }

    @Override
    public Committer<OutboxBatch> createCommitter(CommitterInitContext context) {
        return new OutboxCommitter(topic, producers.create());
    }

    private static Producer<byte[], byte[]> producerTo(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        100,
                        ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                        2_000,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public SimpleVersionedSerializer<OutboxBatch> getCommittableSerializer() {
        return new OutboxBatchSerializer();
    }
}

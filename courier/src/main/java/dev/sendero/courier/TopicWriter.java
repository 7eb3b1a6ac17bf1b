package dev.sendero.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends records to one topic, durably. Safe for many threads. */
final class TopicWriter implements AutoCloseable {

    private static final Duration LONGEST_CLOSE = Duration.ofMillis(300);

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    TopicWriter(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        5_000,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * All of them are in the topic when it returns.
     *
     * @throws KafkaException when one is not; some of the others may be
     */
    void write(List<KeyedRecord> records) {
        var appends = new ArrayList<Future<RecordMetadata>>(records.size());
        for (KeyedRecord record : records) {
            appends.add(producer.send(
                    new ProducerRecord<>(topic, null, record.at.toEpochMilli(), record.key, record.value)));
        }
        for (Future<RecordMetadata> append : appends) {
            await(append);
        }
    }

    private void await(Future<RecordMetadata> append) {
        try {
            append.get();
        } catch (ExecutionException refused) {
            throw new KafkaException("topic " + topic + ": a record could not be appended", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("topic " + topic + ": interrupted while a record was appended", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close(LONGEST_CLOSE);
    }

    /** @param at by the process's clock, which may be simulated */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the producer, never compared
    record KeyedRecord(Instant at, byte[] key, byte[] value) {}
}

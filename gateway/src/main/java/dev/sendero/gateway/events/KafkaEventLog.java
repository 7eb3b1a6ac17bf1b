package dev.sendero.gateway.events;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.Heartbeats;
import dev.sendero.api.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic {@code events}: keyed by the customer, acknowledged by all replicas, each record written once. No decision
 * depends on the key: the job puts events in order by their own times, whatever partitions they come from. That events
 * before and after a login have different keys is therefore harmless.
 */
public final class KafkaEventLog implements EventLog {

    /** How long an append may take before its caller is told to come back later. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    /** How long a call waits for the cluster to say who leads a partition. */
    private static final Duration METADATA_LIMIT = Duration.ofSeconds(2);

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private volatile boolean reachable;

    /** Does not connect yet. */
    public KafkaEventLog(String bootstrapServers, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "gateway-events",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        METADATA_LIMIT.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        3_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(TIME_LIMIT.toMillis())),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void append(List<Event> events, Instant receivedAt) throws EventLogUnavailable {
        long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
        var sends = new ArrayList<Future<RecordMetadata>>(events.size());
        try {
            for (Event event : events) {
                Future<RecordMetadata> send = producer.send(record(event, receivedAt));
                sends.add(send);
                if (send.isDone()) {
                    // Already done is almost always already failed: then the others would only wait in vain as well.
                    send.get();
                }
            }
            for (Future<RecordMetadata> send : sends) {
                send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            reachable = true;
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            reachable = false;
            throw new EventLogUnavailable("topic " + topic + ": not written", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailable("topic " + topic + ": interrupted", interrupted);
        }
    }

    private ProducerRecord<byte[], byte[]> record(Event event, Instant receivedAt) {
        return new ProducerRecord<>(
                topic,
                null,
                receivedAt.toEpochMilli(),
                event.customer().value().getBytes(StandardCharsets.UTF_8),
                EventJson.write(event));
    }

    @Override
    public void beat(Instant at) {
        try {
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                Event heartbeat = Heartbeats.at(at);
                var unused = producer.send(
                        new ProducerRecord<>(
                                topic,
                                partition.partition(),
                                at.toEpochMilli(),
                                heartbeat.customer().value().getBytes(StandardCharsets.UTF_8),
                                EventJson.write(heartbeat)),
                        (written, failure) -> reachable = failure == null);
            }
        } catch (KafkaException away) {
            reachable = false;
        }
    }

    @Override
    public boolean isReachable() {
        return reachable;
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}

package dev.sendero.faults.load;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.Heartbeats;
import dev.sendero.api.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Events that are appended to a topic at a steady rate, whatever becomes of who reads them. */
public final class SteadyLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String topic;
    private final List<Event> events;
    private final long pauseNanos;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CompletableFuture<Void> all;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean closing;

    private SteadyLoad(String bootstrapServers, String topic, List<Event> events, int perSecond) {
        this.topic = topic;
        this.events = events;
        pauseNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        all = CompletableFuture.runAsync(this::sendAll);
    }

    /** @param events in the order in which they are appended, each with the time at which it happened */
    public static SteadyLoad start(String bootstrapServers, String topic, List<Event> events, int perSecond) {
        return new SteadyLoad(bootstrapServers, topic, events, perSecond);
    }

    private void sendAll() {
        long began = System.nanoTime();
        for (Event event : events) {
            if (closing) {
                return;
            }
            LockSupport.parkNanos(began + sent.get() * pauseNanos - System.nanoTime());
            var unused = producer.send(new ProducerRecord<>(
                    topic,
                    null,
                    event.timestamp().toEpochMilli(),
                    event.customer().value().getBytes(StandardCharsets.UTF_8),
                    EventJson.write(event)));
            sent.incrementAndGet();
        }
        producer.flush();
    }

    /** Returns when so many are on their way. */
    public void awaitSent(int count) {
        Awaitility.await("the load goes on")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> sent.get() >= count || all.isCompletedExceptionally());
    }

    /** Returns when all events are appended and after them, in every partition, a heartbeat. */
    public void end(Instant time) {
        all.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        for (var partition : producer.partitionsFor(topic)) {
            var unused = producer.send(new ProducerRecord<>(
                    topic, partition.partition(), time.toEpochMilli(), null, EventJson.write(Heartbeats.at(time))));
        }
        producer.flush();
    }

    @Override
    public void close() {
        closing = true;
        producer.close(Duration.ZERO);
    }
}

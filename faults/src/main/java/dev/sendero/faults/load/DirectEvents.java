package dev.sendero.faults.load;

import dev.sendero.api.Topics;
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
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends events to their topic as a gateway does, heartbeats among them. */
public final class DirectEvents implements AutoCloseable {

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofMillis(500);

    private final String topic = Topics.DEFAULT.events();
    private final KafkaProducer<byte[], byte[]> producer;
    private volatile boolean closing;

    public DirectEvents(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var heartbeats = new Thread(this::beat, "heartbeats");
        heartbeats.setDaemon(true);
        heartbeats.start();
    }

    /** @return whether all are appended */
    public boolean post(List<Event> events) {
        var appends = new ArrayList<Future<RecordMetadata>>();
        for (Event event : events) {
            appends.add(producer.send(new ProducerRecord<>(
                    topic, event.customer().value().getBytes(StandardCharsets.UTF_8), EventJson.write(event))));
        }
        try {
            for (Future<RecordMetadata> append : appends) {
                append.get();
            }
            return true;
        } catch (ExecutionException refused) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void beat() {
        while (!closing) {
            for (var partition : producer.partitionsFor(topic)) {
                var unused = producer.send(new ProducerRecord<>(
                        topic, partition.partition(), null, EventJson.write(Heartbeats.at(Instant.now()))));
            }
            LockSupport.parkNanos(BETWEEN_HEARTBEATS.toNanos());
        }
    }

    @Override
    public void close() {
        closing = true;
        producer.close(Duration.ofSeconds(1));
    }
}

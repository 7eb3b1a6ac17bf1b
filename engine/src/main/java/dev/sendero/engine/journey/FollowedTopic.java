package dev.sendero.engine.journey;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic from its beginning, and goes on with what is appended, in a thread of its own. */
final class FollowedTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final String topic;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> current;
    private volatile boolean closed;

    FollowedTopic(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.reader = reader;
        this.thread = new Thread(this::follow, "follows " + topic);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A consumer that fails is replaced: what it has read before is read again. */
    private void follow() {
        while (!closed) {
            try {
                read();
            } catch (WakeupException closing) {
                return;
            } catch (KafkaException failed) {
                LOG.warn("{}: cannot be followed, tried again: {}", topic, failed.getMessage());
            }
        }
    }

    private void read() {
        try (var consumer = TopicBeginning.consumer(bootstrapServers)) {
            current = consumer;
            TopicBeginning.seek(consumer, topic);
            while (!closed) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<byte[], byte[]> reading = current;
        if (reading != null) {
            reading.wakeup();
        }
    }
}

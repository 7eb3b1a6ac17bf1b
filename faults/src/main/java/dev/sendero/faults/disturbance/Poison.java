package dev.sendero.faults.disturbance;

import dev.sendero.api.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that no reader of ours has asked for, put among the others by somebody who may write to the topics. */
public final class Poison {

    private static final int OF_EACH = 25;
    private static final int NOISE_BYTES = 2_000;

    private static final List<String> TEXTS = List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"type\":\"track\"}",
            "{\"type\":\"track\",\"event\":\"Came\",\"userId\":\"\",\"messageId\":\"m\"}",
            "{\"type\":\"track\",\"event\":\"Came\",\"userId\":\"poison\",\"messageId\":\"p1\",\"timestamp\":\"2099-01-01T00:00:00Z\"}",
            "{\"type\":\"track\",\"event\":7,\"userId\":[],\"messageId\":{},\"timestamp\":\"yesterday\"}",
            "{\"a\":".repeat(100) + "1" + "}".repeat(100),
            "{\"n\":" + "9".repeat(1_000) + "}",
            "{\"type\":\"track\",\"type\":\"identify\",\"userId\":\"poison\"}",
            "{\"kind\":\"message\"}",
            "{\"kind\":\"message\",\"id\":\"p\",\"channel\":\"email\",\"customer\":\"poison\",\"at\":\"+1000000000-01-01T00:00:00Z\"}",
            "{\"kind\":\"cancellation\",\"run\":null}",
            "{\"kind\":\"erasure\",\"customer\":\"poison\"}");

    private static final List<String> TOPICS = List.of(
            Topics.DEFAULT.events(), Topics.DEFAULT.journeys(), Topics.DEFAULT.messages(), Topics.DEFAULT.facts());

    private Poison() {}

    /** Appends it to every topic. */
    public static void pour(String bootstrapServers, Random random) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all"));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : TOPICS) {
                for (int round = 0; round < OF_EACH; round++) {
                    for (String text : TEXTS) {
                        append(producer, topic, text.getBytes(StandardCharsets.UTF_8));
                    }
                    byte[] noise = new byte[random.nextInt(NOISE_BYTES)];
                    random.nextBytes(noise);
                    append(producer, topic, noise);
                    producer.send(new ProducerRecord<>(topic, noise, null)).get();
                }
            }
        }
    }

    private static void append(KafkaProducer<byte[], byte[]> producer, String topic, byte[] value)
            throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(topic, "poison".getBytes(StandardCharsets.UTF_8), value))
                .get();
    }
}

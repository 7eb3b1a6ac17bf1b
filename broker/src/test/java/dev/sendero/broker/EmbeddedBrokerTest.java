package dev.sendero.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    private Path data;

    @Test
    void records_survive_a_restart() throws Exception {
        try (var broker = EmbeddedBroker.start(data.resolve("kafka"))) {
            createTopic(broker);
            write(broker, "a cart left behind");
        }

        try (var broker = EmbeddedBroker.start(data.resolve("kafka"))) {
            assertThat(read(broker)).containsExactly("a cart left behind");
        }
    }

    @Test
    void a_folder_in_use_is_refused_in_words() throws Exception {
        try (var broker = EmbeddedBroker.start(data.resolve("kafka"))) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");

            assertThatThrownBy(() -> EmbeddedBroker.start(data.resolve("kafka")).close())
                    .isInstanceOf(BrokerUnavailable.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void a_broker_that_gives_up_says_so_and_does_not_end_the_process() {
        var told = new ArrayList<String>();
        EmbeddedBroker.reportFatalFaults(fault -> told.add(fault.getMessage()));
        try {
            Exit.halt(1);
            Exit.exit(1, "no space left");
        } finally {
            Exit.resetHaltProcedure();
            Exit.resetExitProcedure();
        }

        assertThat(told)
                .containsExactly(
                        "the broker has stopped; is the disk full, or its folder gone?",
                        "the broker has stopped: no space left");
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("events", Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
    }

    private static void write(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("events", value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("events", 0)));
            return consumer.poll(Duration.ofSeconds(10)).records(new TopicPartition("events", 0)).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}

package dev.sendero.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreationTest {

    private static final int ROUNDS = 5;
    private static final int PARTITIONS = 16;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void a_new_topic_takes_all_that_is_written_to_it_at_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String topic = "messages-" + round;

            TopicCreation.create(admin, List.of(new NewTopic(topic, PARTITIONS, (short) 1)));

            assertThat(written(topic, 1_000)).hasSize(1_000);
        }
    }

    @Test
    void a_topic_that_is_there_stays_as_it_is() throws Exception {
        TopicCreation.create(admin, List.of(new NewTopic("events", 3, (short) 1)));

        TopicCreation.create(admin, List.of(new NewTopic("events", 5, (short) 1)));

        assertThat(admin.describeTopics(List.of("events"))
                        .allTopicNames()
                        .get()
                        .get("events")
                        .partitions())
                .hasSize(3);
    }

    @Test
    void what_the_cluster_refuses_is_told() {
        assertThatThrownBy(() -> TopicCreation.create(admin, List.of(new NewTopic("no topic", 1, (short) 1))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InvalidTopicException.class);
    }

    /** In small batches, many of them on their way at a time. */
    private static List<RecordMetadata> written(String topic, int records) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 0, "batch.size", 200);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var appends = new ArrayList<Future<RecordMetadata>>();
            for (int number = 0; number < records; number++) {
                byte[] record = ("message-" + number).getBytes(UTF_8);
                appends.add(producer.send(new ProducerRecord<>(topic, record, record)));
            }
            var taken = new ArrayList<RecordMetadata>();
            for (var append : appends) {
                taken.add(append.get(20, TimeUnit.SECONDS));
            }
            return taken;
        }
    }
}

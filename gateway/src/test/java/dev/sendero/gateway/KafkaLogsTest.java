package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.gateway.events.KafkaEventLog;
import dev.sendero.gateway.metrics.GatewayMetrics;
import dev.sendero.gateway.recorder.FactLog;
import dev.sendero.gateway.recorder.KafkaFactLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaLogsTest {

    private static final int PARTITIONS = 3;

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.create(
                    admin, List.of(topic("events", PARTITIONS), topic("beats", PARTITIONS), topic("facts", 1)));
        }
    }

    /** What happens here happened long ago: the broker would delete it as soon as it looks. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(Map.of("retention.ms", "-1"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void events_are_in_the_topic_by_customer_and_in_order_when_append_returns() throws Exception {
        Event first = Event.track(new EventId("1"), "A", new CustomerId("ada"), RunningGateway.NOW, Map.of("n", 1L));
        Event second = Event.track(new EventId("2"), "B", new CustomerId("ada"), RunningGateway.NOW, Map.of());
        try (var log = new KafkaEventLog(broker.bootstrapServers(), "events")) {
            log.append(List.of(first, second), RunningGateway.NOW);

            List<ConsumerRecord<byte[], byte[]>> records = read("events", 2);
            assertThat(records).extracting(ConsumerRecord::partition).doesNotContainNull();
            assertThat(EventJson.read(records.get(0).value(), RunningGateway.NOW))
                    .isEqualTo(first);
            assertThat(EventJson.read(records.get(1).value(), RunningGateway.NOW))
                    .isEqualTo(second);
            assertThat(new String(records.get(0).key(), StandardCharsets.UTF_8)).isEqualTo("ada");
            assertThat(records.get(0).timestamp()).isEqualTo(RunningGateway.NOW.toEpochMilli());
            assertThat(log.isReachable()).isTrue();
        }
    }

    @Test
    void a_beat_reaches_every_partition() throws Exception {
        try (var log = new KafkaEventLog(broker.bootstrapServers(), "beats")) {
            log.beat(RunningGateway.NOW);

            List<ConsumerRecord<byte[], byte[]>> records = read("beats", PARTITIONS);
            assertThat(records).extracting(ConsumerRecord::partition).containsExactlyInAnyOrder(0, 1, 2);
            Event beat = EventJson.read(records.get(0).value(), RunningGateway.NOW);
            assertThat(beat.type()).isEqualTo(EventType.HEARTBEAT);
            assertThat(records.get(0).timestamp()).isEqualTo(RunningGateway.NOW.toEpochMilli());
        }
    }

    @Test
    void while_nobody_is_there_an_append_gives_up_soon_however_many_events_it_has() {
        var events = new ArrayList<Event>();
        for (int each = 0; each < 500; each++) {
            events.add(Event.track(
                    new EventId("e" + each), "A", new CustomerId("c" + each), RunningGateway.NOW, Map.of()));
        }
        long began = System.nanoTime();
        try (var log = new KafkaEventLog("127.0.0.1:1", "events")) {
            assertThatThrownBy(() -> log.append(events, RunningGateway.NOW)).isInstanceOf(EventLogUnavailable.class);
            assertThat(log.isReachable()).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void facts_are_read_from_where_the_last_reader_committed_and_what_is_no_fact_is_left_out() throws Exception {
        List<Fact> facts = new ShopFacts(ShopJourneys.WELCOME, RunningGateway.NOW)
                .enters("ada")
                .enters("grace")
                .list();
        write("facts", "no fact".getBytes(StandardCharsets.UTF_8));
        write("facts", null);
        write("facts", WireJson.write(facts.get(0)));
        var metrics = new GatewayMetrics(new SimpleMeterRegistry());
        try (var reader = new KafkaFactLog(broker.bootstrapServers(), "facts", metrics)) {
            assertThat(next(reader)).containsExactly(facts.get(0));
            reader.commit();
        }

        write("facts", WireJson.write(facts.get(1)));
        try (var reader = new KafkaFactLog(broker.bootstrapServers(), "facts", metrics)) {
            assertThat(next(reader)).containsExactly(facts.get(1));
        }
    }

    private static List<Fact> next(FactLog reader) {
        return await().atMost(Duration.ofSeconds(20)).until(reader::next, facts -> !facts.isEmpty());
    }

    private static void write(String topic, byte @Nullable [] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }
}

package dev.sendero.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.Heartbeats;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Outbound;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.engine.journey.WholeTopic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with the topics of an installation, whose time is what tests say, and the two ends of the job. */
final class KafkaShop implements AutoCloseable {

    static final int PARTITIONS = 2;

    private final EmbeddedBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private KafkaShop(EmbeddedBroker broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static KafkaShop opened(Path folder) throws Exception {
        var shop = new KafkaShop(EmbeddedBroker.start(folder));
        try (var admin = Admin.create(Map.of("bootstrap.servers", shop.bootstrapServers()))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            new NewTopic("events", PARTITIONS, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1")),
                            new NewTopic("journeys", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                            new NewTopic("messages", PARTITIONS, (short) 1),
                            new NewTopic("facts", PARTITIONS, (short) 1)));
        }
        return shop;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    void publish(JourneyPublication publication) throws Exception {
        producer.send(new ProducerRecord<>(
                        "journeys", publication.topicKey().getBytes(UTF_8), WireJson.write(publication)))
                .get();
    }

    /** Appends an event at the time at which it happened. */
    void happens(Event event) {
        happens(event, event.timestamp());
    }

    /** Appends an event at another time than it says. */
    void happens(Event event, Instant receivedAt) {
        var unused = producer.send(new ProducerRecord<>(
                "events",
                null,
                receivedAt.toEpochMilli(),
                event.customer().value().getBytes(UTF_8),
                EventJson.write(event)));
    }

    /** Appends a heartbeat to every partition. */
    void timeReaches(Instant time) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var unused = producer.send(new ProducerRecord<>(
                    "events", partition, time.toEpochMilli(), null, EventJson.write(Heartbeats.at(time))));
        }
        producer.flush();
    }

    List<Outbound> messages() throws MalformedJson {
        var messages = new ArrayList<Outbound>();
        for (byte[] json : valuesOf("messages")) {
            messages.add(WireJson.read(json, Outbound.class));
        }
        return messages;
    }

    List<Fact> facts() throws MalformedJson {
        var facts = new ArrayList<Fact>();
        for (byte[] json : valuesOf("facts")) {
            facts.add(WireJson.read(json, Fact.class));
        }
        return facts;
    }

    private List<byte[]> valuesOf(String topic) {
        var values = new ArrayList<byte[]>();
        WholeTopic.read(bootstrapServers(), topic, record -> values.add(record.value()));
        return values;
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}

package dev.sendero.benchmarks.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sendero.api.Topics;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.Heartbeats;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.TimeBounds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker in this process with all events and journeys in it, before anybody reads them. One for all plays of a run. */
final class KafkaShop {

    private static final Map<Workload, KafkaShop> OPENED = new HashMap<>();

    private final EmbeddedBroker broker;

    private KafkaShop(EmbeddedBroker broker) {
        this.broker = broker;
    }

    /** Opened by the first call; it lives as long as the process. */
    static synchronized KafkaShop of(Workload workload) throws Exception {
        KafkaShop known = OPENED.get(workload);
        if (known == null) {
            known = new KafkaShop(EmbeddedBroker.start(workload.folder().resolve("kafka")));
            known.fill(workload);
            OPENED.put(workload, known);
        }
        return known;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    private void fill(Workload workload) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            topic(Topics.DEFAULT.events(), "message.timestamp.type", "CreateTime"),
                            topic(Topics.DEFAULT.journeys(), "cleanup.policy", "compact"),
                            topic(Topics.DEFAULT.messages(), "retention.ms", "-1"),
                            topic(Topics.DEFAULT.facts(), "retention.ms", "-1")));
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "linger.ms", 20, "batch.size", 1 << 18);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            if (workload.setup().journeys() > 0) {
                publish(workload, producer);
            }
            for (ReceivedEvent event : workload.events()) {
                send(producer, event.event());
            }
            // Time is the newest event's less the disorder: with this one it reaches the end.
            send(
                    producer,
                    Heartbeats.at(Instant.ofEpochMilli(workload.end())
                            .plus(TimeBounds.DEFAULT.disorder())
                            .plusMillis(1)));
            producer.flush();
        }
    }

    private static NewTopic topic(String name, String setting, String value) {
        var settings = new HashMap<String, String>();
        settings.put("retention.ms", "-1");
        settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        settings.put(setting, value);
        return new NewTopic(name, 1, (short) 1).configs(settings);
    }

    private static void publish(Workload workload, KafkaProducer<byte[], byte[]> producer) throws Exception {
        for (JourneyPublication publication : workload.journeys().publications(Instant.EPOCH)) {
            producer.send(new ProducerRecord<>(
                            Topics.DEFAULT.journeys(),
                            publication.topicKey().getBytes(UTF_8),
                            WireJson.write(publication)))
                    .get();
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Event event) {
        var unused = producer.send(new ProducerRecord<>(
                Topics.DEFAULT.events(),
                null,
                event.timestamp().toEpochMilli(),
                event.customer().value().getBytes(UTF_8),
                EventJson.write(event)));
    }
}

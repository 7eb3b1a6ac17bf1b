package dev.sendero.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.WireJson;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyPublisherTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final JourneyId CART = new JourneyId("cart");
    private static final JourneyId THANKS = new JourneyId("thanks");

    @TempDir
    private static Path data;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(data.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void only_what_differs_from_the_topic_is_written() throws Exception {
        createTopic("differs");
        var before = project("cart", "Still there?", "thanks", "Thank you");
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "differs")) {
            assertThat(publisher.publish(before, NOON))
                    .extracting(Change::journey)
                    .containsExactly(CART, THANKS);
            assertThat(publisher.publish(before, NOON)).isEmpty();
        }

        var after = project("cart", "Still here?", "thanks", "Thank you");
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "differs")) {
            List<Change> changes = publisher.publish(after, NOON.plusSeconds(60));

            assertThat(changes)
                    .containsExactly(new Change.NewVersion(
                            CART, after.journeys().get(CART).version()));
            assertThat(publisher.publish(after, NOON.plusSeconds(90))).isEmpty();
        }
    }

    @Test
    void a_version_of_before_takes_effect_again() throws Exception {
        createTopic("again");
        var one = project("cart", "Still there?");
        var two = project("cart", "Still here?");
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "again")) {
            publisher.publish(one, NOON);
            publisher.publish(two, NOON.plusSeconds(60));

            assertThat(publisher.publish(one, NOON.plusSeconds(120)))
                    .containsExactly(
                            new Change.NewVersion(CART, one.journeys().get(CART).version()));
        }
    }

    @Test
    void a_journey_whose_file_is_gone_is_removed_in_all_its_versions() throws Exception {
        createTopic("gone");
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "gone")) {
            publisher.publish(project("cart", "Still there?", "thanks", "Thank you"), NOON);
            publisher.publish(project("cart", "Still here?", "thanks", "Thank you"), NOON.plusSeconds(60));
        }

        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "gone")) {
            assertThat(publisher.publish(project("thanks", "Thank you"), NOON.plusSeconds(120)))
                    .containsExactly(new Change.Removed(CART));
        }
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "gone")) {
            assertThat(publisher.publish(project("thanks", "Thank you"), NOON.plusSeconds(180)))
                    .isEmpty();
        }
    }

    @Test
    void an_older_version_is_removed_when_the_job_says_for_all_customers_that_nobody_needs_it() throws Exception {
        createTopic("drained");
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), "drained")) {
            publisher.publish(project("cart", "One"), NOON);
            JourneyPublication old = publisher.newest(CART).orElseThrow();
            publisher.publish(
                    ProjectReader.read(new ProjectFiles(new TreeMap<>(Map.of(
                            "sendero.yaml",
                            "name: Shop\n",
                            "journeys/cart.yaml",
                            "journey: cart\nstate: live\ntrigger:\n  event: Cart Viewed\nsteps:\n  - exit: seen\n")))),
                    NOON.plusSeconds(60));
            JourneyPublication now = publisher.newest(CART).orElseThrow();

            say("drained", DrainedShare.of(old, 0, 63, 128));
            say("drained", DrainedShare.of(now, 0, 127, 128));
            assertThat(publisher.removeDrained()).isEmpty();

            say("drained", DrainedShare.of(old, 64, 127, 128));
            assertThat(publisher.removeDrained()).containsExactly(old.topicKey());
            assertThat(publisher.published()).containsExactly(now);
        }
    }

    private static void say(String topic, DrainedShare share) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, share.topicKey(), WireJson.write(share)))
                    .get();
        }
    }

    private static void createTopic(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.create(
                    admin,
                    List.of(new NewTopic(topic, Optional.of(1), Optional.of((short) 1))
                            .configs(Map.of("cleanup.policy", "compact"))));
        }
    }

    /** @param namesAndTexts the journeys' ids, each with the text of its SMS */
    private static Project project(String... namesAndTexts) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "name: Shop\n");
        for (int index = 0; index < namesAndTexts.length; index += 2) {
            String name = namesAndTexts[index];
            files.put("journeys/" + name + ".yaml", """
                    journey: %s
                    title: %s
                    state: live
                    trigger:
                      event: Product Added
                    steps:
                      - id: text
                        sms: { text: "%s", group: transactional }
                    """.formatted(name, name, namesAndTexts[index + 1]));
        }
        Project project = ProjectReader.read(new ProjectFiles(files));
        assertThat(project.problems()).isEmpty();
        return project;
    }
}

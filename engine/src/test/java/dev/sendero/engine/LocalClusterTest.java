package dev.sendero.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Message;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job between two ends of a real broker. */
class LocalClusterTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final String LARGE_ORDER = """
            event: Order Completed
            where: event.properties.total > 10
            """;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private KafkaShop shop;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws Exception {
        shop = KafkaShop.opened(folder.resolve("kafka"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @AfterEach
    void nothingFailed() {
        assertThat(failures).isEmpty();
    }

    @Test
    void events_become_messages_and_a_restarted_job_goes_on_where_it_was() throws Exception {
        eventsBecomeMessagesAndARestartedJobGoesOnWhereItWas(StateBackend.HASHMAP);
    }

    @Test
    @Tag("slow")
    void so_they_do_in_rocksdb_with_incremental_checkpoints() throws Exception {
        eventsBecomeMessagesAndARestartedJobGoesOnWhereItWas(StateBackend.ROCKSDB);
    }

    private void eventsBecomeMessagesAndARestartedJobGoesOnWhereItWas(StateBackend backend) throws Exception {
        publish("thanks", LARGE_ORDER, TEN);
        publish("win-back", "inactive: { for: 1h, events: any }", TEN);

        try (var job = start(settings(backend))) {
            assertThat(job.restoredFrom()).isEmpty();
            orderAt(1, TEN.plusSeconds(1));
            shop.timeReaches(TEN.plusSeconds(60));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(customersOfMessages()).containsExactly("customer-1"));
            await().atMost(SOON)
                    .until(() ->
                            new CheckpointFolder(checkpoints().toUri()).newest().isPresent());

            // A change while the job runs.
            publish("also", LARGE_ORDER, TEN.plusSeconds(61));
            await().atMost(SOON).untilAsserted(() -> {
                shop.timeReaches(TEN.plusSeconds(70));
                assertThat(publishedJourneys()).contains("also");
            });
        }

        orderAt(2, TEN.plusSeconds(100));
        try (var job = start(settings(backend).withParallelism(1))) {
            assertThat(job.restoredFrom()).isPresent();
            shop.timeReaches(TEN.plusSeconds(7_200));
            // Two more for the new order, and one win-back each.
            await().atMost(SOON).untilAsserted(() -> assertThat(customersOfMessages())
                    .containsExactly("customer-1", "customer-1", "customer-2", "customer-2", "customer-2"));
        }
    }

    private void publish(String journey, String trigger, Instant effectiveAt) throws Exception {
        Project project = ProjectReader.read(new ProjectFiles(new TreeMap<>(
                Map.of("sendero.yaml", "name: shop\ncurrency: EUR\n", "journeys/" + journey + ".yaml", """
                journey: %s
                title: Tells the desk
                state: live
                trigger:
                %s
                steps:
                  - id: tell
                    slack: { channel: "#desk", text: "{{ profile.id }}" }
                """.formatted(
                                journey, trigger.indent(2))))));
        assertThat(project.problems()).isEmpty();
        shop.publish(Publications.of(project, new JourneyId(journey), effectiveAt));
    }

    private LocalCluster start(JobSettings settings) throws Exception {
        return LocalCluster.start(settings, failures::add);
    }

    private JobSettings settings(StateBackend backend) {
        return JobSettings.of(shop.bootstrapServers(), checkpoints().toUri())
                .withStateBackend(backend)
                .withParallelism(2)
                .withCheckpointInterval(Duration.ofMillis(200));
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private void orderAt(int customer, Instant at) {
        shop.happens(Event.track(
                new EventId("order-" + customer),
                "Order Completed",
                new CustomerId("customer-" + customer),
                at,
                Map.of("total", 12.5)));
    }

    /** Each message once: the topic may repeat them. */
    private List<String> customersOfMessages() throws Exception {
        var ids = new HashSet<String>();
        var customers = new ArrayList<String>();
        for (var outbound : shop.messages()) {
            if (outbound instanceof Message message && ids.add(message.id().value())) {
                customers.add(message.customer().value());
            }
        }
        customers.sort(null);
        return customers;
    }

    private List<String> publishedJourneys() throws Exception {
        return shop.facts().stream()
                .filter(fact -> fact.type() == FactType.PUBLISHED)
                .map(Fact::journey)
                .map(Object::toString)
                .toList();
    }
}

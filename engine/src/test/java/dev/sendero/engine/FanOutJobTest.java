package dev.sendero.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Outbound;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event about an item, through the whole job between two ends of a real broker. */
class FanOutJobTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void an_event_about_an_item_reaches_those_who_are_interested_also_after_a_restart() throws Exception {
        try (var shop = KafkaShop.opened(folder.resolve("kafka"))) {
            publish(shop);
            try (var job = LocalCluster.start(settings(shop).withParallelism(2), failures::add)) {
                views(shop, "ada", "l1", 1);
                views(shop, "ben", "l2", 2);
                backInStock(shop, "n1", 10);
                shop.timeReaches(TEN.plusSeconds(60));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(customersOf(shop)).containsExactly("ada"));
                await().atMost(SOON)
                        .until(() -> new CheckpointFolder(checkpoints().toUri())
                                .newest()
                                .isPresent());
                assertThat(job.restoredFrom()).isEmpty();
            }

            try (var job = LocalCluster.start(settings(shop).withParallelism(1), failures::add)) {
                views(shop, "cyd", "l1", 70);
                backInStock(shop, "n2", 80);
                shop.timeReaches(TEN.plusSeconds(120));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(customersOf(shop)).containsExactly("ada", "ada", "cyd"));
                assertThat(job.restoredFrom()).isPresent();
            }
        }

        assertThat(failures).isEmpty();
    }

    private static void publish(KafkaShop shop) throws Exception {
        Project project = ProjectReader.read(new ProjectFiles(new TreeMap<>(Map.of(
                "sendero.yaml",
                "name: shop\n",
                "events.yaml",
                "fan_out: { Back In Stock: { by: sku, to: { event: Product Viewed, over: 30d } } }\n",
                "journeys/back.yaml",
                """
                journey: back
                state: live
                trigger: { event: Back In Stock }
                steps:
                  - id: tell
                    slack: { channel: "#desk", text: "{{ run.trigger.properties.sku }}" }
                """))));
        assertThat(project.problems()).isEmpty();
        shop.publish(Publications.of(project, new JourneyId("back"), TEN));
    }

    private JobSettings settings(KafkaShop shop) {
        return JobSettings.of(shop.bootstrapServers(), checkpoints().toUri())
                .withStateBackend(StateBackend.HASHMAP)
                .withCheckpointInterval(Duration.ofMillis(200));
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private static void views(KafkaShop shop, String customer, String sku, int second) {
        happens(shop, "v" + second, "Product Viewed", customer, sku, second);
    }

    private static void backInStock(KafkaShop shop, String id, int second) {
        happens(shop, id, "Back In Stock", "warehouse", "l1", second);
    }

    private static void happens(KafkaShop shop, String id, String name, String customer, String sku, int second) {
        shop.happens(Event.track(
                new EventId(id), name, new CustomerId(customer), TEN.plusSeconds(second), Map.of("sku", sku)));
    }

    private static List<String> customersOf(KafkaShop shop) throws Exception {
        return shop.messages().stream()
                .filter(Message.class::isInstance)
                .map(FanOutJobTest::customer)
                .sorted()
                .toList();
    }

    private static String customer(Outbound message) {
        return ((Message) message).customer().value();
    }
}

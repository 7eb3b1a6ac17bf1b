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

/** What was appended while the job was down is decided as if it had been there, deadline by deadline. */
class BacklogTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void a_backlog_is_respected_by_its_place_in_the_log_and_silence_goes_on_after_it() throws Exception {
        try (var shop = KafkaShop.opened(folder.resolve("kafka"))) {
            publish(shop);
            shop.timeReaches(TEN);
            adds(shop, "left", "", minute(0));
            adds(shop, "ordered", "", minute(0));
            // A cart filled before the login; what the device did and the login may be in different partitions.
            adds(shop, "phone", "phone", minute(20));
            identified(shop, "ada", "phone", minute(25));
            shop.happens(
                    Event.track(
                            new EventId("from-2099"),
                            "Product Viewed",
                            new CustomerId("left"),
                            Instant.parse("2099-01-01T00:00:00Z"),
                            Map.of()),
                    minute(30));
            shop.timeReaches(minute(55));
            order(shop, "ordered", minute(59));
            shop.timeReaches(minute(61));
            adds(shop, "waiting", "", minute(100));
            shop.timeReaches(minute(110));

            try (var job = startJob(shop)) {
                assertThat(job.restoredFrom()).isEmpty();
                await().atMost(SOON).untilAsserted(() -> assertThat(messages(shop))
                        .containsExactly("ada@2026-03-01T11:20:00Z", "left@2026-03-01T11:00:00Z"));

                // Nobody does anything any more, in no partition.
                shop.timeReaches(minute(160).plusSeconds(3));
                await().atMost(SOON).untilAsserted(() -> assertThat(messages(shop))
                        .containsExactly(
                                "ada@2026-03-01T11:20:00Z",
                                "left@2026-03-01T11:00:00Z",
                                "waiting@2026-03-01T12:40:00Z"));
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Instant minute(int minute) {
        return TEN.plus(Duration.ofMinutes(minute));
    }

    private static void adds(KafkaShop shop, String customer, String device, Instant at) {
        shop.happens(
                Event.track(new EventId("add-" + customer), "Product Added", new CustomerId(customer), at, Map.of())
                        .from(device));
    }

    private static void identified(KafkaShop shop, String customer, String device, Instant at) {
        shop.happens(Event.identify(new EventId("login-" + customer), new CustomerId(customer), at, Map.of())
                .from(device));
    }

    private static void order(KafkaShop shop, String customer, Instant at) {
        shop.happens(Event.track(
                new EventId("order-" + customer), "Order Completed", new CustomerId(customer), at, Map.of()));
    }

    private static void publish(KafkaShop shop) throws Exception {
        Project project = ProjectReader.read(new ProjectFiles(
                new TreeMap<>(Map.of("sendero.yaml", "name: shop\ncurrency: EUR\n", "journeys/cart.yaml", """
                journey: cart
                title: Tells the desk of carts that are left
                state: live
                trigger:
                  sequence:
                    - event: Product Added
                    - none_of: [Order Completed]
                      for: 1h
                steps:
                  - id: tell
                    slack: { channel: "#desk", text: "{{ profile.id }}" }
                """))));
        assertThat(project.problems()).isEmpty();
        shop.publish(Publications.of(project, new JourneyId("cart"), TEN.minusSeconds(1)));
    }

    private LocalCluster startJob(KafkaShop shop) throws Exception {
        return LocalCluster.start(
                JobSettings.of(
                                shop.bootstrapServers(),
                                folder.resolve("checkpoints").toUri())
                        .withParallelism(2)
                        .withCheckpointInterval(Duration.ofMillis(200)),
                failures::add);
    }

    /** Each once, as {@code customer@time}: the topic may repeat them. */
    private static List<String> messages(KafkaShop shop) throws Exception {
        return shop.messages().stream()
                .filter(Message.class::isInstance)
                .map((Outbound outbound) -> (Message) outbound)
                .map(message -> message.customer() + "@" + message.at())
                .distinct()
                .sorted()
                .toList();
    }
}

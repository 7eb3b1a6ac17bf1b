package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Events that are made from others, in the job: what makes them travels with publications, and they survive a restart. */
class DerivedInTheJobTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final Project PROJECT = ProjectReader.read(new ProjectFiles(new TreeMap<>(Map.of(
            "sendero.yaml",
            "",
            "events.yaml",
            "derive: { Product Ordered: { from: Order Completed, each: products } }",
            "journeys/review.yaml",
            """
            journey: review
            state: live
            trigger:
              sequence:
                - event: Product Ordered
                  as: ordered
                  where: event.properties.price >= 10
                - none_of: [Product Refunded]
                  for: 1d
              per: sku
            steps:
              - id: ask
                slack: { channel: "#reviews", text: "{{ run.ordered.properties.name }}" }
            """))));

    @Test
    void the_job_makes_an_event_for_each_product_of_an_order_and_keeps_what_these_begin() throws Exception {
        assertThat(PROJECT.problems()).isEmpty();
        var tasks = new ShopTasks(List.of(Publications.of(PROJECT, new JourneyId("review"), NINE)));
        tasks.event(event(
                "Order Completed",
                0,
                Map.of(
                        "order_id",
                        "o1",
                        "products",
                        List.of(
                                Map.of("sku", "l1", "name", "Lamp", "price", 35L),
                                Map.of("sku", "p1", "name", "Pen", "price", 2L),
                                Map.of("sku", "c1", "name", "Chair", "price", 80L)))));
        tasks.timeReaches(TEN.plusSeconds(60));
        tasks.restart(2);
        tasks.event(event("Product Refunded", 30, Map.of("sku", "l1")));
        tasks.timeReaches(TEN.plusSeconds(2 * 86_400));
        tasks.close();

        assertThat(tasks.outcome())
                .filteredOn(line -> line.contains("type=ENTERED"))
                .singleElement()
                .asString()
                .contains("at=2026-03-02T10:00:00Z", "key=c1");
    }

    private static Event event(String name, int minute, Map<String, Object> properties) {
        return Event.track(
                new EventId("e" + minute), name, new CustomerId("ada"), TEN.plusSeconds(60L * minute), properties);
    }
}

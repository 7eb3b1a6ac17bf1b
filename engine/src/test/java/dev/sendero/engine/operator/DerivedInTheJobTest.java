package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that are made from others, in the job: what makes them travels with publications, and they survive a restart. */
class DerivedInTheJobTest {

    private static final Path COOKBOOK = Path.of("..", "examples", "cookbook");
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void the_job_makes_an_event_for_each_product_of_an_order_and_keeps_what_these_begin() throws Exception {
        Project cookbook = ProjectReader.read(ProjectFolder.load(COOKBOOK));
        var tasks = new ShopTasks(List.of(Publications.of(cookbook, new JourneyId("replenishment"), NINE)));
        tasks.event(Event.identify(
                new EventId("e"), new CustomerId("ada"), NINE.plusSeconds(60), Map.of("email", "ada@example.com")));
        tasks.event(order(
                "o1", 0, List.of(product("huila", "coffee"), product("cup", "ware"), product("sidama", "coffee"))));
        tasks.timeReaches(TEN.plusSeconds(60));
        tasks.restart(2);
        tasks.event(order("o2", 10, List.of(product("huila", "coffee"))));
        tasks.timeReaches(TEN.plusSeconds(30 * 86_400));
        tasks.close();

        assertThat(tasks.outcome())
                .filteredOn(line -> line.contains("type=ENTERED"))
                .singleElement()
                .asString()
                .contains("at=2026-03-26T10:00:00Z", "key=sidama");
    }

    private static Map<String, Object> product(String id, String category) {
        return Map.of("product_id", id, "name", id, "category", category, "price", 12L);
    }

    private static Event order(String id, int day, List<Map<String, Object>> products) {
        return Event.track(
                new EventId(id),
                "Order Completed",
                new CustomerId("ada"),
                TEN.plusSeconds(86_400L * day),
                Map.of("order_id", id, "products", products));
    }
}

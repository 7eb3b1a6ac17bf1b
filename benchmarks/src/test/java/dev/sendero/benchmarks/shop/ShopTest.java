package dev.sendero.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final int CUSTOMERS = 500;
    private static final int EVENTS = 20_000;

    @Test
    void one_seed_makes_the_same_events_and_another_makes_others() {
        assertThat(eventsOf(new Shop(7, CUSTOMERS, 2_000))).isEqualTo(eventsOf(new Shop(7, CUSTOMERS, 2_000)));
        assertThat(eventsOf(new Shop(7, CUSTOMERS, 2_000)))
                .doesNotContainAnyElementsOf(eventsOf(new Shop(8, CUSTOMERS, 2_000)));
    }

    @Test
    void all_kinds_of_events_happen_about_as_often_as_they_should() {
        Map<String, Long> counts =
                eventsOf(shop()).stream().collect(Collectors.groupingBy(Event::name, Collectors.counting()));

        assertThat(counts).hasSameSizeAs(EventKind.ALL);
        assertThat(counts.get("Product Viewed")).isBetween(EVENTS / 5L, EVENTS / 3L);
        assertThat(counts.get("Cart Shared")).isBetween(10L, 100L);
    }

    @Test
    void events_are_out_of_order_by_less_than_the_bound() {
        long newest = 0;
        int overtaken = 0;
        for (Event event : eventsOf(new Shop(7, 100_000, 200_000)).subList(0, EVENTS)) {
            long millis = event.timestamp().toEpochMilli();
            assertThat(newest - millis).isLessThan(Shop.DISORDER.toMillis());
            overtaken += millis < newest ? 1 : 0;
            newest = Math.max(newest, millis);
        }
        assertThat(overtaken).isGreaterThan(EVENTS / 10);
    }

    @Test
    void everybody_comes_once_more_after_all_is_settled() {
        Shop shop = shop();

        List<Event> after = eventsOf(shop).stream()
                .filter(event -> event.timestamp().isAfter(shop.settled()))
                .toList();

        assertThat(after.stream().map(Event::customer).distinct()).hasSize(CUSTOMERS);
        assertThat(eventsOf(shop)).allMatch(event -> !event.timestamp().isAfter(shop.end()));
    }

    @Test
    void a_customer_comes_in_visits() {
        Map<Object, List<Event>> byCustomer = eventsOf(shop()).stream().collect(Collectors.groupingBy(Event::customer));

        long soon = 0;
        for (List<Event> events : byCustomer.values()) {
            List<Event> inOrder = events.stream().sorted(Event.ORDER).toList();
            for (int i = 1; i < inOrder.size(); i++) {
                Duration gap = Duration.between(
                        inOrder.get(i - 1).timestamp(), inOrder.get(i).timestamp());
                soon += gap.compareTo(Duration.ofMinutes(20)) < 0 ? 1 : 0;
            }
        }
        assertThat(soon).isBetween(EVENTS / 3L, EVENTS * 2L / 3);
    }

    @Test
    void few_events_reach_a_threshold_that_few_are_to_reach() {
        List<Event> viewed = eventsOf(new Shop(7, 2_000, 100_000)).stream()
                .filter(event -> event.name().equals("Product Viewed"))
                .toList();
        long threshold = Measure.PRICE.threshold(0.01);

        long dear = viewed.stream()
                .filter(event -> (Double) event.properties().get("price") >= threshold)
                .count();

        assertThat(threshold).isEqualTo(185);
        assertThat(dear).isBetween(viewed.size() / 200L, viewed.size() / 50L);
    }

    @Test
    void ids_are_never_the_same() {
        assertThat(eventsOf(shop()).stream().map(Event::id).distinct()).hasSize(EVENTS);
    }

    @Test
    void fewer_than_two_events_a_customer_are_refused() {
        assertThatThrownBy(() -> new Shop(7, 100, 199))
                .hasMessage("customers: 100, events: 199 (expected: two events a customer or more)");
    }

    private static Shop shop() {
        return new Shop(7, CUSTOMERS, EVENTS);
    }

    private static List<Event> eventsOf(Shop shop) {
        return LongStream.range(0, shop.events()).mapToObj(shop::event).toList();
    }
}

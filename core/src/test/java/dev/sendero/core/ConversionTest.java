package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.Money;
import dev.sendero.api.fact.FactType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConversionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder converting() {
        return journey("j")
                .triggeredBy(event("Add"))
                .convertsOn("Order", HOUR, value("event.properties.total"))
                .steps(delay("d", Duration.ofMinutes(10)));
    }

    private static Money worth(Shop shop) {
        return shop.facts(FactType.CONVERTED).get(0).value();
    }

    @Test
    void the_first_match_counts_once_a_run() {
        var shop = Shop.with(converting())
                .event("10:00", "Add")
                .event("10:05", "Order", Map.of("total", 12.5))
                .event("10:06", "Order", Map.of("total", 99L));

        assertThat(shop.log(FactType.CONVERTED)).containsExactly("10:05 converted");
        assertThat(worth(shop)).isEqualTo(new Money(new BigDecimal("12.5"), "EUR"));
    }

    @Test
    void it_counts_after_the_run_has_ended_too() {
        var shop = Shop.with(converting()).event("10:00", "Add").event("10:40", "Order");

        assertThat(shop.log()).contains("10:10 completed", "10:40 converted");
    }

    @Test
    void it_counts_after_an_exit_too() {
        var shop = Shop.with(converting().exitOn("Leave"))
                .event("10:00", "Add")
                .event("10:05", "Leave")
                .event("10:40", "Order");

        assertThat(shop.log()).contains("10:05 exited d Leave", "10:40 converted");
    }

    @Test
    void conversions_come_before_exits() {
        var shop = Shop.with(converting().exitOn("Order")).event("10:00", "Add").event("10:05", "Order");

        assertThat(shop.log()).endsWith("10:05 converted", "10:05 exited d Order");
    }

    @Test
    void the_window_counts_from_entry_and_its_end_is_in_time() {
        var inTime = Shop.with(converting()).event("10:00", "Add").event("11:00", "Order");
        var late = Shop.with(converting()).event("10:00", "Add").event("11:00:00.001", "Order");

        assertThat(inTime.facts(FactType.CONVERTED)).hasSize(1);
        assertThat(late.facts(FactType.CONVERTED)).isEmpty();
    }

    @Test
    void the_event_that_starts_a_run_does_not_convert_it() {
        var shop = Shop.with(journey("j").triggeredBy(event("Order")).convertsOn("Order", HOUR, constant(1L)));

        shop.event("10:00", "Order");
        assertThat(shop.facts(FactType.CONVERTED)).isEmpty();

        shop.event("10:10", "Order");
        assertThat(shop.facts(FactType.CONVERTED)).hasSize(1);
    }

    @Test
    void a_value_that_is_unknown_is_none() {
        var shop = Shop.with(converting()).event("10:00", "Add").event("10:05", "Order", Map.of("total", "much"));

        assertThat(worth(shop)).isEqualTo(Money.NONE);
    }

    @Test
    void an_event_may_name_another_currency() {
        var shop = Shop.with(converting())
                .event("10:00", "Add")
                .event("10:05", "Order", Map.of("total", 7L, "currency", "usd"));

        assertThat(worth(shop)).isEqualTo(new Money(BigDecimal.valueOf(7), "USD"));
    }

    @Test
    void a_finished_run_is_forgotten_when_its_window_closes() {
        var shop = Shop.with(converting()).event("10:00", "Add").until("10:59");
        assertThat(shop.state().content().runs()).hasSize(1);

        shop.until("11:00");

        assertThat(shop.state().content().runs()).isEmpty();
    }

    @Test
    void a_finished_run_is_forgotten_when_it_has_converted() {
        var shop = Shop.with(converting()).event("10:00", "Add").event("10:30", "Order");

        assertThat(shop.state().content().runs()).isEmpty();
    }

    @Test
    void every_journey_credits_itself() {
        var shop = Shop.with(
                converting(),
                journey("other").triggeredBy(event("Add")).convertsOn("Order", HOUR, value("event.properties.total")));

        shop.event("10:00", "Add").event("10:05", "Order", Map.of("total", 3L));

        assertThat(shop.facts(FactType.CONVERTED))
                .extracting(fact -> fact.journey().value())
                .containsExactly("j", "other");
    }
}

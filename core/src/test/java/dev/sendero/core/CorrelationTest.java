package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.ExitRule.ScopeOfExit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correlation holds for trigger, exit, wait and conversion; no key, no start. */
final class CorrelationTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Map<String, Object> CART_1 = Map.of("cart_id", "c1");
    private static final Map<String, Object> CART_2 = Map.of("cart_id", "c2");

    private static JourneyBuilder cart() {
        return journey("cart")
                .triggeredBy(event("Product Added"), noneOf(HOUR, "Order Completed"))
                .per("cart_id")
                .steps(email("reminder"));
    }

    private static JourneyBuilder inside() {
        return journey("cart").triggeredBy(event("Product Added")).per("cart_id");
    }

    @Test
    void an_event_of_another_key_cancels_nothing() {
        var shop = Shop.with(cart()).event("10:00", "Product Added", CART_1);

        shop.event("10:30", "Order Completed", CART_2);

        assertThat(shop.aYearLater().log(FactType.ENTERED)).containsExactly("11:00 entered c1");
    }

    @Test
    void an_event_of_the_same_key_cancels() {
        var shop = Shop.with(cart()).event("10:00", "Product Added", CART_1);

        shop.event("10:30", "Order Completed", CART_1);

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void an_event_that_may_be_of_the_same_key_cancels() {
        var shop = Shop.with(cart()).event("10:00", "Product Added", CART_1);

        shop.event("10:30", "Order Completed");

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void without_a_key_nothing_starts() {
        var shop = Shop.with(cart())
                .event("10:00", "Product Added")
                .event("10:00", "Product Added", Map.of("cart_id", ""));

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void without_a_key_nothing_is_continued() {
        var shop = Shop.with(journey("j")
                .triggeredBy(event("View"), event("Add"))
                .per("cart_id")
                .steps(email("mail")));

        shop.event("10:00", "View", CART_1).event("10:01", "Add").event("10:02", "Add", CART_2);

        assertThat(shop.effects()).isEmpty();
        assertThat(shop.event("10:03", "Add", CART_1).sent()).containsExactly("10:03 mail");
    }

    @Test
    void a_number_is_compared_as_its_text() {
        var shop = Shop.with(cart()).event("10:00", "Product Added", Map.of("cart_id", 7L));

        shop.event("10:30", "Order Completed", Map.of("cart_id", "7"));

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void some_events_may_name_the_key_by_another_property() {
        var shop = Shop.with(cart().per("cart_id", Map.of("Order Completed", "checkout_id")))
                .event("10:00", "Product Added", CART_1);

        shop.event("10:30", "Order Completed", Map.of("checkout_id", "c1", "cart_id", "c9"));

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void each_key_has_a_run_of_its_own() {
        var shop = Shop.with(cart()).event("10:00", "Product Added", CART_1).event("10:10", "Product Added", CART_2);

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder", "11:10 reminder");
    }

    @Test
    void an_exit_takes_out_the_run_of_its_key_only() {
        var shop = Shop.with(inside().exitOn("Order Completed").steps(delay("d", HOUR), email("mail")));

        shop.event("10:00", "Product Added", CART_1)
                .event("10:10", "Product Added", CART_2)
                .event("10:20", "Order Completed", CART_1);

        assertThat(shop.aYearLater().sent()).containsExactly("11:10 mail");
        assertThat(shop.log(FactType.EXITED)).containsExactly("10:20 exited d c1 Order Completed");
    }

    @Test
    void an_exit_without_a_key_takes_out_all_runs_that_it_may_be_about() {
        var shop = Shop.with(inside().exitOn("Order Completed").steps(delay("d", HOUR), email("mail")));

        shop.event("10:00", "Product Added", CART_1).event("10:20", "Order Completed");

        assertThat(shop.aYearLater().sent()).isEmpty();
    }

    @Test
    void an_exit_by_any_event_of_the_customer_asks_for_no_key() {
        var shop = Shop.with(
                inside().exitOn("Order Completed", ScopeOfExit.CUSTOMER).steps(delay("d", HOUR), email("mail")));

        shop.event("10:00", "Product Added", CART_1).event("10:20", "Order Completed", CART_2);

        assertThat(shop.aYearLater().sent()).isEmpty();
    }

    @Test
    void a_wait_ends_by_an_event_of_its_key_only() {
        var shop = Shop.with(inside().steps(
                        waitUntil("w", HOUR, List.of(email("late")), until("Order Completed", email("thanks")))));

        shop.event("10:00", "Product Added", CART_1)
                .event("10:10", "Order Completed", CART_2)
                .event("10:20", "Order Completed");
        assertThat(shop.sent()).isEmpty();

        assertThat(shop.event("10:30", "Order Completed", CART_1).sent()).containsExactly("10:30 thanks");
    }

    @Test
    void a_conversion_counts_for_its_key_only() {
        var shop = Shop.with(inside().convertsOn("Order Completed", HOUR, constant(5L)));

        shop.event("10:00", "Product Added", CART_1)
                .event("10:10", "Order Completed", CART_2)
                .event("10:20", "Order Completed");
        assertThat(shop.facts(FactType.CONVERTED)).isEmpty();

        shop.event("10:30", "Order Completed", CART_1);
        assertThat(shop.log(FactType.CONVERTED)).containsExactly("10:30 converted c1");
    }
}

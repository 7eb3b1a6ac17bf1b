package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.anyOf;
import static dev.sendero.core.Words.as;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.same;
import static dev.sendero.core.Words.times;
import static dev.sendero.core.Words.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SequenceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Shop shopWith(SequenceItem... items) {
        return Shop.with(each(items));
    }

    private static JourneyBuilder each(SequenceItem... items) {
        return journey("j").triggeredBy(items).runs(RunLimit.UNBOUNDED).steps(email("mail"));
    }

    @Test
    void a_single_event_starts_a_run_at_once() {
        var shop = shopWith(event("Signed Up")).event("10:00", "Signed Up");

        assertThat(shop.sent()).containsExactly("10:00 mail");
        assertThat(shop.log())
                .containsExactly(
                        "10:00 entered", "10:00 step mail", "10:00 message_requested mail email", "10:00 completed");
    }

    @Test
    void an_event_whose_condition_is_not_surely_true_starts_nothing() {
        var shop = shopWith(event("Product Added", atLeast("event.properties.price", 20)));

        shop.event("10:00", "Product Added")
                .event("10:01", "Product Added", Map.of("price", "a lot"))
                .event("10:02", "Product Added", Map.of("price", 19L));

        assertThat(shop.effects()).isEmpty();
    }

    @Test
    void other_events_between_the_items_are_ignored() {
        var shop = shopWith(event("View"), event("Add"));

        shop.event("10:00", "View")
                .event("10:01", "Search")
                .event("10:02", "View")
                .event("10:03", "Add");

        assertThat(shop.sent()).containsExactly("10:03 mail", "10:03 mail");
    }

    @Test
    void the_order_of_the_items_matters() {
        var shop = shopWith(event("View"), event("Add"));

        shop.event("10:00", "Add").event("10:01", "View");

        assertThat(shop.effects()).isEmpty();
    }

    @Test
    void one_event_may_complete_an_old_situation_and_begin_a_new_one() {
        var shop = shopWith(event("View"), event("View"));

        shop.event("10:00", "View").event("10:01", "View").event("10:02", "View");

        assertThat(shop.sent()).containsExactly("10:01 mail", "10:02 mail");
    }

    @Test
    void an_item_may_be_any_of_some_events() {
        var shop = shopWith(anyOf("View", "Search"), event("Add"));

        shop.event("10:00", "Search").event("10:01", "Add");

        assertThat(shop.sent()).containsExactly("10:01 mail");
    }

    @Test
    void an_item_may_have_to_happen_several_times_and_each_event_begins_a_count_of_its_own() {
        var shop = shopWith(times(3, event("View")));

        shop.event("10:00", "View")
                .event("10:01", "View")
                .event("10:02", "View")
                .event("10:03", "View");

        assertThat(shop.sent()).containsExactly("10:02 mail", "10:03 mail");
    }

    @Test
    void an_item_that_happened_several_times_is_captured_as_the_last_and_as_the_list() {
        var shop = shopWith(as("viewed", times(2, event("View"))));

        shop.event("10:00", "View", Map.of("product", "lamp")).event("10:01", "View", Map.of("product", "desk"));

        Map<?, ?> viewed =
                (Map<?, ?>) ((Map<?, ?>) shop.messages().get(0).variables().get("run")).get("viewed");
        assertThat(viewed.get("properties")).isEqualTo(Map.of("product", "desk"));
        assertThat((List<?>) viewed.get("all")).hasSize(2);
    }

    @Test
    void a_later_item_may_look_at_an_earlier_one() {
        var shop = shopWith(
                as("viewed", event("View")),
                event("Add", same("event.properties.product", "viewed.properties.product")));

        shop.event("10:00", "View", Map.of("product", "lamp"))
                .event("10:01", "Add", Map.of("product", "desk"))
                .event("10:02", "Add", Map.of("product", "lamp"));

        assertThat(shop.sent()).containsExactly("10:02 mail");
    }

    @Test
    void an_event_exactly_at_the_bound_of_an_item_is_in_time() {
        var shop = shopWith(event("View"), within(HOUR, event("Add")));

        shop.event("10:00", "View").event("11:00", "Add");

        assertThat(shop.sent()).containsExactly("11:00 mail");
    }

    @Test
    void an_event_after_the_bound_of_an_item_is_out_of_time() {
        var shop = shopWith(event("View"), within(HOUR, event("Add")));

        shop.event("10:00", "View").event("11:00:00.001", "Add");

        assertThat(shop.effects()).isEmpty();
    }

    @Test
    void the_bound_of_the_sequence_counts_from_the_first_event() {
        var shop = Shop.with(each(event("View"), event("Search"), event("Add")).within(HOUR));

        shop.event("10:00", "View").event("10:30", "Search").event("11:00", "Add");
        shop.event("12:00", "View").event("12:30", "Search").event("13:00:00.001", "Add");

        assertThat(shop.sent()).containsExactly("11:00 mail");
    }

    @Test
    void an_absence_that_would_end_after_the_bound_of_the_sequence_never_fires() {
        var shop = Shop.with(each(event("View"), noneOf(HOUR, "Add")).within(Duration.ofMinutes(59)));

        assertThat(shop.event("10:00", "View").aYearLater().effects()).isEmpty();
    }

    @Test
    void a_situation_that_is_out_of_time_keeps_no_state() {
        var shop = shopWith(event("View"), within(HOUR, event("Add"))).event("10:00", "View");
        int withPartial = shop.state().content().partials().size();

        shop.until("11:00");

        assertThat(withPartial).isOne();
        assertThat(shop.state().content().partials()).isEmpty();
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(java.time.Instant.MAX);
    }

    @Test
    void the_event_that_completed_the_trigger_is_known_to_the_run() {
        var shop = shopWith(event("View"), event("Add")).event("10:00", "View");

        shop.event("10:03", "Add", Map.of("product", "lamp"));

        assertThat(shop.messages().get(0).variables().get("run")).asString().contains("trigger", "lamp");
    }

    @Test
    void an_exact_repeat_of_the_last_event_is_ignored() {
        var shop = shopWith(times(2, event("View")));

        shop.eventWithId("m1", "10:00", "View").eventWithId("m1", "10:00", "View");

        assertThat(shop.effects()).isEmpty();
    }
}

package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.as;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.noneOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.RunLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AbsenceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder abandonedCart() {
        return journey("abandoned-cart")
                .triggeredBy(as("added", event("Product Added")), noneOf(HOUR, "Order Completed"))
                .steps(email("reminder"));
    }

    @Test
    void an_absence_fires_at_its_deadline_and_is_dated_with_it() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Product Added");

        shop.until("+1d 00:00");

        assertThat(shop.sent()).containsExactly("11:00 reminder");
        assertThat(shop.log(FactType.ENTERED)).containsExactly("11:00 entered");
    }

    @Test
    void the_event_that_must_not_happen_cancels() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Product Added").event("10:40", "Order Completed");

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void an_event_exactly_at_the_deadline_comes_first_and_cancels() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Product Added").event("11:00", "Order Completed");

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void an_event_a_millisecond_after_the_deadline_is_too_late_to_cancel() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Product Added").event("11:00:00.001", "Order Completed");

        assertThat(shop.sent()).containsExactly("11:00 reminder");
    }

    @Test
    void an_event_of_the_same_instant_with_a_later_id_follows_and_cancels() {
        var shop = Shop.with(abandonedCart())
                .eventWithId("m1", "10:00", "Product Added")
                .eventWithId("m2", "10:00", "Order Completed");

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void an_event_of_the_same_instant_with_an_earlier_id_came_before() {
        var shop = Shop.with(abandonedCart())
                .eventWithId("m1", "10:00", "Order Completed")
                .eventWithId("m2", "10:00", "Product Added");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder");
    }

    @Test
    void a_condition_that_is_unknown_is_enough_to_cancel() {
        var shop = Shop.with(journey("big-cart")
                .triggeredBy(
                        event("Product Added"),
                        noneOf(HOUR, match("Order Completed", atLeast("event.properties.total", 10))))
                .steps(email("reminder")));

        shop.event("10:00", "Product Added").event("10:10", "Order Completed", Map.of("total", 5L));
        shop.event("12:00", "Product Added").event("12:10", "Order Completed");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder");
    }

    @Test
    void activity_that_is_named_in_the_absence_starts_it_anew() {
        var shop = Shop.with(journey("last-activity")
                .triggeredBy(event("Product Added"), noneOf(HOUR, "Product Added", "Order Completed"))
                .steps(email("reminder")));

        shop.event("10:00", "Product Added").event("10:30", "Product Added");

        assertThat(shop.aYearLater().sent()).containsExactly("11:30 reminder");
    }

    @Test
    void every_event_that_fits_begins_a_situation_of_its_own() {
        var shop = Shop.with(abandonedCart().runs(RunLimit.UNBOUNDED));

        shop.event("10:00", "Product Added").event("10:30", "Product Added");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder", "11:30 reminder");
    }

    @Test
    void after_an_absence_in_the_middle_the_next_item_counts_only_from_its_deadline() {
        var shop = Shop.with(journey("comes-back")
                .triggeredBy(event("Visit"), noneOf(HOUR, "Order"), event("Visit", Condition.ALWAYS))
                .runs(RunLimit.UNBOUNDED)
                .steps(email("welcome-back")));

        shop.event("10:00", "Visit").event("11:00", "Visit").event("11:00:00.001", "Visit");

        assertThat(shop.sent()).containsExactly("11:00:00.001 welcome-back");
    }
}

package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.expression.Condition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event that does not follow the last one applied cancels by its true time and starts nothing. */
final class LateEventTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder abandonedCart() {
        return journey("cart").triggeredBy(event("Add"), noneOf(HOUR, "Order")).steps(email("reminder"));
    }

    @Test
    void it_cancels_an_absence_whose_window_contains_it() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Add").event("10:30", "Add");

        shop.event("10:20", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("11:30 reminder");
    }

    @Test
    void it_cancels_nothing_that_began_after_it() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Add");

        shop.event("09:59", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder");
    }

    @Test
    void it_starts_nothing() {
        var shop = Shop.with(journey("j").triggeredBy(event("Add"))).event("10:00", "Add");

        shop.event("09:59", "Add");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered");
    }

    @Test
    void an_event_that_is_too_old_starts_nothing_and_cancels() {
        var shop = Shop.with(abandonedCart())
                .tooOld("10:00", "Add")
                .event("11:00", "Add")
                .tooOld("11:30", "Order");

        assertThat(shop.aYearLater().effects()).isEmpty();
    }

    @Test
    void it_advances_nothing() {
        var shop = Shop.with(journey("j").triggeredBy(event("View"), event("Add")))
                .event("10:00", "View")
                .event("10:10", "View");

        shop.event("10:05", "Add");

        assertThat(shop.effects()).isEmpty();
    }

    @Test
    void it_moves_the_beginning_of_a_silence_only_forward() {
        var shop = Shop.with(
                journey("j").inactiveFor(HOUR, match("Order", Condition.ALWAYS)),
                journey("other").triggeredBy(event("View")));
        shop.event("10:00", "Order").event("10:30", "View");

        shop.event("09:00", "Order");
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Shop.time("11:00"));

        shop.event("10:20", "Order");
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Shop.time("11:20"));
    }

    @Test
    void it_ends_runs_that_had_been_entered_before_it() {
        var journey = journey("j").triggeredBy(event("Add")).exitOn("Order").steps(delay("d", HOUR), email("mail"));
        var after =
                Shop.with(journey).event("10:00", "Add").event("10:30", "Add").event("10:20", "Order");
        var before =
                Shop.with(journey).event("10:00", "Add").event("10:30", "Add").event("09:50", "Order");

        assertThat(after.log(FactType.EXITED)).hasSize(1);
        assertThat(before.log(FactType.EXITED)).isEmpty();
    }

    @Test
    void it_ends_no_wait() {
        var shop = Shop.with(journey("j")
                .triggeredBy(event("Add"))
                .steps(waitUntil("w", HOUR, List.of(email("late")), until("Order", email("thanks")))));

        shop.event("10:00", "Add").event("10:30", "Add").event("10:20", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 late");
    }

    @Test
    void it_converts_a_run_that_had_been_entered_before_it() {
        var shop = Shop.with(journey("j").triggeredBy(event("Add")).convertsOn("Order", HOUR, constant(1L)));

        shop.event("10:00", "Add").event("10:30", "Add").event("10:20", "Order");

        assertThat(shop.log(FactType.CONVERTED)).containsExactly("10:20 converted");
    }

    @Test
    void an_event_at_the_instant_of_a_fired_deadline_is_late() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Add").until("11:00");

        shop.event("11:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 reminder");
    }

    @Test
    void a_time_without_a_deadline_makes_nothing_late() {
        var shop = Shop.with(abandonedCart()).event("10:00", "Add").until("10:59");

        shop.event("10:30", "Order");

        assertThat(shop.aYearLater().sent()).isEmpty();
    }
}

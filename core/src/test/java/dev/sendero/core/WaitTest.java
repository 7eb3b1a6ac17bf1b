package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.exit;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.untilAs;
import static dev.sendero.core.Words.untilClicked;
import static dev.sendero.core.Words.untilHolds;
import static dev.sendero.core.Words.untilOpened;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WaitTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Shop shopWith(Step... steps) {
        return Shop.with(journey("j").triggeredBy(event("Add")).steps(steps));
    }

    @Test
    void the_first_thing_to_happen_wins() {
        var shop = shopWith(waitUntil(
                "w", HOUR, List.of(email("late")), until("Order", email("thanks")), until("View", email("more"))));

        shop.event("10:00", "Add").event("10:10", "View").event("10:20", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("10:10 more");
        assertThat(shop.log(FactType.STEP)).startsWith("10:00 step w", "10:10 step w View");
    }

    @Test
    void nothing_in_time_is_a_timeout() {
        var shop =
                shopWith(waitUntil("w", HOUR, List.of(email("late")), until("Order", email("thanks"))), email("after"));

        shop.event("10:00", "Add").event("11:00:00.001", "Order");

        assertThat(shop.sent()).containsExactly("11:00 late", "11:00 after");
        assertThat(shop.log(FactType.STEP)).contains("11:00 step w timeout");
    }

    @Test
    void an_event_exactly_at_the_timeout_comes_first() {
        var shop = shopWith(waitUntil("w", HOUR, List.of(email("late")), until("Order", email("thanks"))));

        shop.event("10:00", "Add").event("11:00", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 thanks");
    }

    @Test
    void the_waits_of_a_run_start_after_the_event_that_starts_it() {
        var shop = shopWith(waitUntil("w", HOUR, List.of(email("late")), until("Add", email("again"))));

        shop.event("10:00", "Add").until("10:59");
        assertThat(shop.sent()).isEmpty();

        assertThat(shop.event("10:59", "Add").sent()).containsExactly("10:59 again");
    }

    @Test
    void only_what_happens_after_the_wait_began_counts() {
        var shop = shopWith(
                delay("d", HOUR), waitUntil("w", HOUR, List.of(email("late")), until("Order", email("thanks"))));

        shop.event("10:00", "Add").event("10:30", "Order").event("11:00", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("12:00 late");
    }

    @Test
    void a_click_means_this_runs_message() {
        var steps = new Step[] {
            email("reminder"),
            waitUntil("w", HOUR, List.of(email("late")), untilClicked("reminder", exit("x", "came back")))
        };
        var shop = Shop.with(
                journey("j").triggeredBy(event("Add")).runs(RunLimit.UNBOUNDED).steps(steps));

        shop.event("10:00", "Add").event("10:05", "Add").receipt("10:10", ReceiptEvents.Kind.CLICKED);

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 reminder", "10:05 reminder", "11:00 late");
        assertThat(shop.log(FactType.EXITED)).containsExactly("10:10 exited came back");
    }

    @Test
    void a_click_is_no_open_and_an_open_no_click() {
        var shop = shopWith(
                email("reminder"),
                waitUntil("w", HOUR, List.of(), untilClicked("reminder", email("clicked"))),
                waitUntil("v", HOUR, List.of(), untilOpened("reminder", email("opened"))));

        shop.event("10:00", "Add").receipt("10:10", ReceiptEvents.Kind.OPENED).until("11:00");
        assertThat(shop.sent()).containsExactly("10:00 reminder");

        shop.receipt("11:10", ReceiptEvents.Kind.OPENED);
        assertThat(shop.sent()).containsExactly("10:00 reminder", "11:10 opened");
    }

    @Test
    void a_condition_is_looked_at_when_the_wait_begins() {
        var shop = shopWith(
                waitUntil("w", HOUR, List.of(), untilHolds(equal("profile.traits.plan", "pro"), email("pro"))));
        shop.identify("09:00", Map.of("plan", "pro"));

        assertThat(shop.event("10:00", "Add").sent()).containsExactly("10:00 pro");
    }

    @Test
    void a_condition_is_looked_at_after_each_event() {
        var shop = shopWith(
                waitUntil("w", HOUR, List.of(), untilHolds(equal("profile.traits.plan", "pro"), email("pro"))));

        shop.event("10:00", "Add").event("10:05", "Unheard Of").identify("10:10", Map.of("plan", "pro"));

        assertThat(shop.sent()).containsExactly("10:10 pro");
    }

    @Test
    void what_came_is_captured_by_its_name() {
        var shop = shopWith(waitUntil("w", HOUR, List.of(), untilAs("Order", "order", email("thanks"))));

        shop.event("10:00", "Add").event("10:10", "Order", Map.of("total", 12L));

        assertThat(shop.messages().get(0).variables().get("run")).asString().contains("order", "total");
    }

    @Test
    void a_wait_without_a_timeout_waits_as_long_as_it_takes() {
        var shop = shopWith(waitUntil("w", SequenceItem.UNBOUNDED, List.of(), until("Order", email("thanks"))));

        shop.event("10:00", "Add").aYearLater().event("+366d 10:00", "Order");

        assertThat(shop.sent()).containsExactly("+366d 10:00 thanks");
    }

    @Test
    void an_empty_arm_goes_on_after_the_wait() {
        var shop = shopWith(waitUntil("w", HOUR, List.of(), until("Order")), email("after"));

        assertThat(shop.event("10:00", "Add").event("10:10", "Order").sent()).containsExactly("10:10 after");
    }
}

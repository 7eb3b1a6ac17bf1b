package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.exit;
import static dev.sendero.core.Words.since;
import static dev.sendero.core.Words.sinceEntry;
import static dev.sendero.core.Words.slack;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.untilAs;
import static dev.sendero.core.Words.untilClicked;
import static dev.sendero.core.Words.untilHolds;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LookBackTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Shop shopWith(Step... steps) {
        return Shop.with(journey("j").triggeredBy(event("Add")).steps(steps));
    }

    @Test
    void what_happened_since_entry_ends_the_wait_when_it_begins() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil("w", HOUR, List.of(email("late")), sinceEntry(until("Order", email("thanks")))));

        shop.event("10:00", "Add").event("10:30", "Order").until("11:00");

        assertThat(shop.sent()).containsExactly("11:00 thanks");
        assertThat(shop.log(FactType.STEP)).contains("11:00 step w", "11:00 step w Order");
    }

    @Test
    void what_has_not_happened_before_the_wait_may_happen_in_it() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil("w", HOUR, List.of(email("late")), sinceEntry(until("Order", email("thanks")))));

        shop.event("10:00", "Add").event("11:30", "Order").aYearLater();

        assertThat(shop.sent()).containsExactly("11:30 thanks");
    }

    @Test
    void the_event_by_which_the_customer_entered_does_not_count() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil("w", HOUR, List.of(email("late")), sinceEntry(until("Add", email("again")))));

        shop.event("10:00", "Add").aYearLater();

        assertThat(shop.sent()).containsExactly("12:00 late");
    }

    @Test
    void since_a_step_counts_what_happens_from_that_step_on() {
        var steps = new Step[] {
            delay("first", HOUR),
            email("mail"),
            delay("second", HOUR),
            waitUntil("w", HOUR, List.of(email("late")), since("mail", until("Order", email("thanks"))))
        };

        var early = shopWith(steps).event("10:00", "Add").event("10:30", "Order");
        var meanwhile = shopWith(steps).event("10:00", "Add").event("11:30", "Order");

        assertThat(early.aYearLater().sent()).containsExactly("11:00 mail", "13:00 late");
        assertThat(meanwhile.aYearLater().sent()).containsExactly("11:00 mail", "12:00 thanks");
    }

    @Test
    void since_a_step_that_the_run_never_came_to_is_since_the_wait_began() {
        var shop = shopWith(
                Words.branch("b", List.of(), Words.when(equal("run.trigger.name", "Other"), email("mail"))),
                delay("d", HOUR),
                waitUntil("w", HOUR, List.of(email("late")), since("mail", until("Order", email("thanks")))));

        shop.event("10:00", "Add").event("10:30", "Order").event("11:30", "Order");

        assertThat(shop.sent()).containsExactly("11:30 thanks");
    }

    @Test
    void the_first_thing_to_happen_wins_also_before_the_wait() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil(
                        "w",
                        HOUR,
                        List.of(),
                        sinceEntry(until("Order", email("ordered"))),
                        sinceEntry(until("View", email("viewed")))));

        shop.event("10:00", "Add")
                .event("10:20", "View")
                .event("10:30", "Order")
                .until("11:00");

        assertThat(shop.sent()).containsExactly("11:00 viewed");
    }

    @Test
    void a_click_before_the_wait_counts_since_its_message() {
        var shop = shopWith(
                email("reminder"),
                delay("d", HOUR),
                waitUntil(
                        "w",
                        HOUR,
                        List.of(email("late")),
                        since("reminder", untilClicked("reminder", exit("x", "back")))));

        shop.event("10:00", "Add").receipt("10:10", ReceiptEvents.Kind.CLICKED).until("11:00");

        assertThat(shop.log(FactType.EXITED)).containsExactly("11:00 exited back");
    }

    @Test
    void a_condition_that_was_true_since_entry_counts_even_if_it_is_not_any_more() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil(
                        "w",
                        HOUR,
                        List.of(email("late")),
                        sinceEntry(untilHolds(equal("profile.traits.plan", "pro"), email("pro")))));

        shop.event("10:00", "Add")
                .identify("10:10", Map.of("plan", "pro"))
                .identify("10:20", Map.of("plan", "free"))
                .until("11:00");

        assertThat(shop.sent()).containsExactly("11:00 pro");
    }

    @Test
    void what_happened_before_the_wait_is_captured_by_its_name() {
        var shop = shopWith(
                delay("d", HOUR),
                waitUntil("w", HOUR, List.of(), sinceEntry(untilAs("Order", "order", email("thanks")))));

        shop.event("10:00", "Add").event("10:10", "Order", Map.of("total", 12L)).until("11:00");

        assertThat(shop.messages().get(0).variables().get("run")).asString().contains("order", "total=12");
    }

    @Test
    void what_happened_before_the_wait_is_still_known_in_a_version_that_takes_the_run_over() {
        var arm = since("mail", until("Order", email("thanks")));
        var before = journey("j")
                .triggeredBy(event("Add"))
                .steps(email("mail"), delay("d", HOUR), waitUntil("w", HOUR, List.of(), arm));
        var after = journey("j")
                .version("00000002")
                .migrate()
                .triggeredBy(event("Add"))
                .steps(
                        email("mail"),
                        delay("d", HOUR.multipliedBy(2)),
                        slack("note"),
                        waitUntil("w", HOUR, List.of(), arm));

        var shop = Shop.with(before)
                .event("10:00", "Add")
                .event("10:10", "Order")
                .publish("10:20", List.of(after), List.of(before));

        assertThat(shop.until("12:00").sent()).containsExactly("10:00 mail", "12:00 note", "12:00 thanks");
    }

    @Test
    void what_happened_before_the_wait_survives_a_restart() throws IOException {
        var shop = shopWith(
                email("mail"),
                delay("d", HOUR),
                waitUntil(
                        "w", HOUR, List.of(email("late")), since("mail", untilAs("Order", "order", email("thanks")))));
        shop.event("10:00", "Add").event("10:10", "Order", Map.of("total", 12L));

        var bytes = new ByteArrayOutputStream();
        shop.state().writeTo(new DataOutputStream(bytes));
        var input = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        var restored = CustomerState.readFrom(input).belongsTo(Shop.ADA);

        assertThat(restored).isEqualTo(shop.state());
        shop.restore(restored);
        assertThat(shop.until("11:00").sent()).containsExactly("10:00 mail", "11:00 thanks");
    }
}

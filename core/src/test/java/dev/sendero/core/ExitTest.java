package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExitTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder inside() {
        return journey("j").triggeredBy(event("Add")).steps(email("first"), delay("d", HOUR), email("second"));
    }

    @Test
    void an_exit_ends_the_run_and_cancels_its_messages_on_their_way() {
        var shop = Shop.with(inside().exitOn("Order")).event("10:00", "Add").event("10:30", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 first");
        assertThat(shop.log(FactType.EXITED)).containsExactly("10:30 exited d Order");
        assertThat(shop.cancellations()).singleElement().satisfies(cancellation -> {
            assertThat(cancellation.run()).isEqualTo(shop.messages().get(0).run());
            assertThat(cancellation.at()).isEqualTo(Shop.time("10:30"));
            assertThat(cancellation.reason()).isEqualTo("Order");
        });
    }

    @Test
    void an_exit_that_may_hold_is_enough() {
        var shop = Shop.with(inside().exitWhen(equal("profile.traits.plan", "pro")));

        shop.event("10:00", "Add").event("10:30", "Anything");

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:30 exited d profile.traits.plan == pro");
    }

    @Test
    void a_condition_that_does_not_hold_lets_the_run_go_on() {
        var shop = Shop.with(inside().exitWhen(equal("profile.traits.plan", "pro")));
        shop.identify("09:00", Map.of("plan", "free"));

        shop.event("10:00", "Add").event("10:30", "Anything").identify("10:40", Map.of("plan", "pro"));

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:40 exited d profile.traits.plan == pro");
    }

    @Test
    void an_event_ends_old_runs_then_may_start_one_and_never_ends_the_run_that_it_starts() {
        var shop = Shop.with(inside().exitOn("Add"));

        shop.event("10:00", "Add").event("10:30", "Add");

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:30 exited d Add");
        assertThat(shop.aYearLater().sent()).containsExactly("10:00 first", "10:30 first", "11:30 second");
    }

    @Test
    void an_exit_comes_before_a_wait() {
        var shop = Shop.with(journey("j")
                .triggeredBy(event("Add"))
                .exitOn("Order")
                .steps(waitUntil("w", HOUR, List.of(), until("Order", email("thanks")))));

        assertThat(shop.event("10:00", "Add").event("10:10", "Order").sent()).isEmpty();
    }

    @Test
    void an_exit_at_the_instant_of_a_deadline_comes_first() {
        var shop = Shop.with(inside().exitOn("Order")).event("10:00", "Add").event("11:00", "Order");

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 first");
    }
}

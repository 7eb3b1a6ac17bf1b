package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.noneOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever is erased is nobody any more; whoever comes after is somebody new. */
final class ErasingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder abandonedCart() {
        return journey("cart").triggeredBy(event("Add"), noneOf(HOUR, "Order")).steps(email("reminder"));
    }

    private static JourneyBuilder welcome() {
        return journey("welcome").triggeredBy(event("Sign Up")).steps(delay("1", HOUR), email("hello"));
    }

    @Test
    void nothing_is_left_of_a_customer_who_is_erased() {
        var shop = Shop.with(abandonedCart(), welcome())
                .event("09:00", "Sign Up")
                .event("09:10", "Add")
                .erase("09:30");

        assertThat(shop.state().isEmpty()).isTrue();
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Instant.MAX);
        assertThat(shop.aYearLater().sent()).isEmpty();
    }

    @Test
    void runs_leave_and_what_they_wanted_to_send_is_cancelled() {
        var shop = Shop.with(welcome()).event("09:00", "Sign Up").erase("09:30");

        assertThat(shop.log()).containsExactly("09:00 entered", "09:00 step 1", "09:30 exited 1 erased");
        assertThat(shop.cancellations()).extracting(Cancellation::reason).containsExactly("erased");
    }

    @Test
    void what_is_kept_elsewhere_is_to_be_erased_up_to_that_time() {
        var shop = Shop.with(welcome()).erase("09:30");

        assertThat(shop.erasures())
                .containsExactly(new Erasure(Shop.ADA, Shop.time("09:30"), new EventId("e0001"), Erasure.Why.ASKED));
    }

    @Test
    void what_was_due_just_before_and_not_done_yet_is_not_done_any_more() {
        var shop = Shop.with(welcome()).event("09:00", "Sign Up").erase("10:00:01");

        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void an_erasure_that_comes_late_is_as_of_what_has_been_decided_since() {
        var shop =
                Shop.with(abandonedCart()).event("09:00", "Add").until("10:00").erase("09:59");

        assertThat(shop.erasures()).extracting(Erasure::at).containsExactly(Shop.time("10:00"));
        assertThat(shop.state().isEmpty()).isTrue();
    }

    @Test
    void whoever_comes_back_begins_from_nothing() {
        var shop = Shop.with(welcome())
                .event("09:00", "Sign Up")
                .erase("09:30")
                .identify("09:40", Map.of("email", "ada@example.org"))
                .event("09:50", "Sign Up");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("09:00 entered", "09:50 entered");
        assertThat(shop.aYearLater().messages())
                .extracting(message -> message.to())
                .containsExactly("ada@example.org");
    }

    @Test
    void a_device_of_an_erased_user_is_erased_as_such() {
        var shop = Shop.with(welcome())
                .apply(ErasureEvents.of(new EventId("r"), Shop.ADA, Shop.time("09:30"), Erasure.Why.DEVICE));

        assertThat(shop.erasures()).extracting(Erasure::why).containsExactly(Erasure.Why.DEVICE);
    }
}

package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.fact.FactType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProfileTest {

    private static Map<String, Object> traits(Shop shop) {
        return shop.state().content().profile().traits();
    }

    @Test
    void traits_are_merged() {
        var shop = Shop.with().identify("09:00", Map.of("plan", "free", "city", "Bonn"));

        shop.identify("10:00", Map.of("plan", "pro"));

        assertThat(traits(shop)).containsEntry("plan", "pro").containsEntry("city", "Bonn");
    }

    @Test
    void an_older_value_that_comes_late_fills_a_gap_and_overwrites_nothing() {
        var shop = Shop.with().identify("10:00", Map.of("plan", "pro"));

        shop.identify("09:00", Map.of("plan", "free", "city", "Bonn"));

        assertThat(traits(shop)).containsEntry("plan", "pro").containsEntry("city", "Bonn");
    }

    @Test
    void an_event_that_is_too_old_updates_the_profile() {
        var shop = Shop.with();
        var state = CustomerState.fresh(new CustomerId("bob"));

        shop.decider()
                .apply(
                        state,
                        Event.identify(
                                new EventId("m1"), new CustomerId("bob"), Shop.time("09:00"), Map.of("plan", "pro")),
                        Admission.PROFILE_ONLY);

        assertThat(state.content().profile().traits()).containsEntry("plan", "pro");
    }

    @Test
    void the_profile_is_seen_as_just_after_the_event() {
        var shop = Shop.with(
                journey("j").triggeredBy(event(Event.IDENTIFIED)).audience(equal("profile.traits.plan", "pro")));

        shop.identify("09:00", Map.of("plan", "pro"));

        assertThat(shop.log(FactType.ENTERED)).containsExactly("09:00 entered");
    }

    @Test
    void beyond_the_bound_new_traits_are_not_taken_up_and_known_ones_still_change() {
        var shop = Shop.with();
        for (int trait = 0; trait < 300; trait++) {
            shop.identify("09:00", Map.of("trait" + trait, 1L));
        }

        shop.identify("10:00", Map.of("trait0", 2L));

        assertThat(traits(shop)).hasSize(256).containsEntry("trait0", 2L);
    }

    @Test
    void a_heartbeat_fires_deadlines_and_is_nothing_else() {
        var shop =
                Shop.with(journey("silence").inactiveFor(Duration.ofHours(10))).event("09:00", "View");
        var heartbeat = new Event(
                new EventId("beat"),
                EventType.HEARTBEAT,
                "Heartbeat",
                Shop.ADA,
                Shop.time("19:00:00.001"),
                Map.of(),
                Map.of());

        shop.apply(heartbeat);

        assertThat(shop.log(FactType.ENTERED)).containsExactly("19:00 entered");
        assertThat(shop.state().content().partials()).isEmpty();
    }

    @Test
    void a_customer_of_whom_nothing_is_known_has_an_empty_state() {
        var shop = Shop.with(journey("j").triggeredBy(event("Add")));
        var bob = new CustomerId("bob");
        var state = CustomerState.fresh(bob);

        shop.decider()
                .apply(state, Event.track(new EventId("m1"), "View", bob, Shop.time("09:00"), Map.of()), Admission.ALL);
        shop.decider()
                .apply(state, Event.track(new EventId("m2"), "Add", bob, Shop.time("09:01"), Map.of()), Admission.ALL);

        assertThat(state.isEmpty()).isTrue();
    }
}

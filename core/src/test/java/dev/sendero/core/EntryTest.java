package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.is;
import static dev.sendero.core.Words.noneOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.RunId;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntryTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder welcome() {
        return journey("welcome").triggeredBy(event("Add")).steps(delay("d", HOUR), email("mail"));
    }

    @Test
    void one_run_at_a_time_by_default() {
        var shop =
                Shop.with(welcome()).event("10:00", "Add").event("10:30", "Add").event("11:30", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 mail", "12:30 mail");
        assertThat(shop.log(FactType.NOT_ENTERED)).containsExactly("10:30 not_entered run_active");
    }

    @Test
    void one_run_for_each_key_by_default() {
        var shop = Shop.with(welcome().per("cart"))
                .event("10:00", "Add", Map.of("cart", "a"))
                .event("10:10", "Add", Map.of("cart", "b"))
                .event("10:20", "Add", Map.of("cart", "a"));

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered a", "10:10 entered b");
    }

    @Test
    void one_run_for_each_customer_if_the_journey_says_so() {
        var shop = Shop.with(welcome().per("cart").runs(RunLimit.ONE_PER_CUSTOMER))
                .event("10:00", "Add", Map.of("cart", "a"))
                .event("10:10", "Add", Map.of("cart", "b"));

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered a");
    }

    @Test
    void any_number_of_runs_if_the_journey_says_so() {
        var shop = Shop.with(welcome().runs(RunLimit.UNBOUNDED))
                .event("10:00", "Add")
                .event("10:10", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 mail", "11:10 mail");
    }

    @Test
    void re_entry_is_counted_from_entry() {
        var shop = Shop.with(welcome().reentry(new Reentry.After(Duration.ofHours(3))));

        shop.event("10:00", "Add").event("12:59:59.999", "Add").event("13:00", "Add");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered", "13:00 entered");
        assertThat(shop.log(FactType.NOT_ENTERED)).containsExactly("12:59:59.999 not_entered reentry");
    }

    @Test
    void re_entry_is_counted_for_each_key() {
        var shop = Shop.with(welcome().per("cart").reentry(new Reentry.Never()))
                .event("10:00", "Add", Map.of("cart", "a"))
                .event("12:00", "Add", Map.of("cart", "a"))
                .event("14:00", "Add", Map.of("cart", "b"));

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered a", "14:00 entered b");
    }

    @Test
    void re_entry_is_counted_across_versions() {
        var never = new Reentry.Never();
        var shop = Shop.with(welcome().reentry(never)).event("10:00", "Add");

        shop.publish("12:00", java.util.List.of(welcome().version("2").reentry(never)), java.util.List.of());

        assertThat(shop.event("13:00", "Add").log(FactType.NOT_ENTERED)).containsExactly("13:00 not_entered reentry");
    }

    @Test
    void an_entry_is_remembered_only_as_long_as_it_matters() {
        var shop = Shop.with(welcome().reentry(new Reentry.After(Duration.ofHours(3))))
                .event("10:00", "Add");

        shop.until("12:59");
        assertThat(shop.state().content().entries()).hasSize(1);

        shop.until("13:00");
        assertThat(shop.state().content().entries()).isEmpty();
    }

    @Test
    void the_audience_is_asked_once_at_entry_and_must_be_true() {
        var shop = Shop.with(welcome().audience(equal("profile.traits.plan", "pro")));

        shop.event("10:00", "Add").identify("10:10", Map.of("plan", "free")).event("10:20", "Add");
        shop.identify("10:30", Map.of("plan", "pro")).until("12:00");
        assertThat(shop.sent()).isEmpty();
        assertThat(shop.log(FactType.NOT_ENTERED))
                .containsExactly("10:00 not_entered audience_unknown", "10:20 not_entered audience");

        assertThat(shop.event("12:00", "Add").until("13:00").sent()).containsExactly("13:00 mail");
    }

    @Test
    void the_audience_may_look_at_what_was_captured() {
        var shop = Shop.with(welcome().audience(atLeast("run.trigger.properties.price", 20)));

        shop.event("10:00", "Add", Map.of("price", 10L)).event("10:10", "Add", Map.of("price", 30L));

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:10 entered");
    }

    @Test
    void a_fact_about_nobody_entering_names_the_run_that_would_have_begun() {
        var shop = Shop.with(welcome().audience(is(Truth.FALSE)));

        shop.eventWithId("m1", "10:00", "Add").eventWithId("m2", "10:00", "Add");

        assertThat(shop.facts(FactType.NOT_ENTERED))
                .extracting(fact -> fact.run())
                .doesNotContain(RunId.NONE);
        assertThat(shop.facts(FactType.NOT_ENTERED))
                .extracting(fact -> fact.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void nobody_enters_a_journey_that_is_not_live() {
        for (var state : new JourneyState[] {JourneyState.DRAFT, JourneyState.PAUSED, JourneyState.ENDED}) {
            assertThat(Shop.with(welcome().state(state))
                            .event("10:00", "Add")
                            .aYearLater()
                            .effects())
                    .isEmpty();
        }
    }

    @Test
    void a_held_out_customer_gets_nothing_and_goes_through_no_steps() {
        var journey = welcome().holdout(10);
        var shop = Shop.with(journey).everybodyIn(999, journey);

        shop.event("10:00", "Add").aYearLater();

        assertThat(shop.log()).containsExactly("10:00 held_out");
    }

    @Test
    void a_customer_beside_the_holdout_enters() {
        var journey = welcome().holdout(10);
        var shop = Shop.with(journey).everybodyIn(1_000, journey);

        assertThat(shop.event("10:00", "Add").log()).first().isEqualTo("10:00 entered");
    }

    @Test
    void re_entry_and_conversion_apply_to_the_holdout() {
        var journey = welcome().holdout(10).reentry(new Reentry.Never()).convertsOn("Order", HOUR, constant(5L));
        var shop = Shop.with(journey).everybodyIn(0, journey);

        shop.event("10:00", "Add").event("11:00", "Order").event("12:00", "Add");

        assertThat(shop.log()).containsExactly("10:00 held_out", "11:00 converted", "12:00 not_entered reentry");
    }

    @Test
    void two_situations_that_one_event_completes_are_two_runs() {
        var shop = Shop.with(journey("j")
                .triggeredBy(event("View"), event("Add"))
                .runs(RunLimit.UNBOUNDED)
                .steps(email("mail")));

        shop.event("10:00", "View").event("10:01", "View").event("10:02", "Add");

        assertThat(shop.messages()).extracting(message -> message.id()).doesNotHaveDuplicates();
        assertThat(shop.sent()).containsExactly("10:02 mail", "10:02 mail");
    }

    @Test
    void nobody_has_more_runs_than_the_bound() {
        var shop = Shop.with(
                journey("j").triggeredBy(event("Add")).runs(RunLimit.UNBOUNDED).steps(delay("d", HOUR)));

        for (int event = 0; event < 65; event++) {
            shop.event("10:00", "Add");
        }

        assertThat(shop.facts(FactType.ENTERED)).hasSize(64);
        assertThat(shop.log(FactType.NOT_ENTERED)).containsExactly("10:00 not_entered too_many_runs");
    }

    @Test
    void beyond_the_bound_the_oldest_partial_situations_give_way() {
        var shop = Shop.with(
                journey("j").triggeredBy(event("Add"), noneOf(HOUR, "Order")).runs(RunLimit.UNBOUNDED));

        shop.event("09:00", "Add");
        for (int event = 0; event < 256; event++) {
            shop.event("10:00", "Add");
        }

        assertThat(shop.until("10:59").facts(FactType.ENTERED)).isEmpty();
    }
}

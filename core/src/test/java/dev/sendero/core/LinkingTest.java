package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.times;
import static dev.sendero.core.Words.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Cancellation;
import dev.sendero.rules.expression.Condition;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody did before a login counts, and nobody is mailed for the past. */
final class LinkingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder abandonedCart() {
        return journey("cart").triggeredBy(event("Add"), noneOf(HOUR, "Order")).steps(email("reminder"));
    }

    @Test
    void a_cart_filled_before_the_login_counts() {
        var shop = Shop.with(abandonedCart()).before("09:30", "Add").logsIn("10:00");

        assertThat(shop.until("10:29:59").sent()).isEmpty();
        assertThat(shop.aYearLater().sent()).containsExactly("10:30 reminder");
    }

    @Test
    void nobody_is_mailed_for_what_was_due_before_the_login() {
        var shop = Shop.with(abandonedCart())
                .before("08:30", "Add")
                .before("08:45", "Add")
                .logsIn("10:00");

        assertThat(shop.aYearLater().sent()).isEmpty();
        assertThat(shop.log()).containsExactly("09:30 not_entered before link");
    }

    @Test
    void what_is_due_at_the_instant_of_the_login_is_not_past() {
        var shop = Shop.with(abandonedCart()).before("09:00", "Add").logsIn("10:00");

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 reminder");
    }

    @Test
    void nobody_enters_by_an_event_of_the_past() {
        var shop = Shop.with(journey("j").triggeredBy(event("Add")))
                .before("09:30", "Add")
                .logsIn("10:00");

        assertThat(shop.log()).containsExactly("09:30 not_entered before link");
    }

    @Test
    void a_sequence_that_began_before_the_login_goes_on_after_it() {
        var shop = Shop.with(journey("j").triggeredBy(event("View"), times(2, event("Add"))))
                .before("09:00", "View")
                .before("09:30", "Add")
                .logsIn("10:00")
                .event("10:10", "Add");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:10 entered");
    }

    @Test
    void an_absence_in_the_middle_goes_by_its_own_time() {
        var shop = Shop.with(journey("j").triggeredBy(event("View"), noneOf(HOUR, "Order"), within(HOUR, event("Add"))))
                .before("08:15", "View")
                .logsIn("10:00")
                .event("10:10", "Add")
                .event("10:20", "Add");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:10 entered");
    }

    @Test
    void the_past_cancels_by_its_true_time() {
        var shop = Shop.with(abandonedCart())
                .event("09:30", "Add")
                .before("09:45", "Order")
                .logsIn("10:00");

        assertThat(shop.aYearLater().sent()).isEmpty();
    }

    @Test
    void the_past_cancels_nothing_that_began_after_it() {
        var shop = Shop.with(abandonedCart())
                .event("09:30", "Add")
                .before("09:15", "Order")
                .logsIn("10:00");

        assertThat(shop.aYearLater().sent()).containsExactly("10:30 reminder");
    }

    @Test
    void the_past_cancels_what_itself_began() {
        var shop = Shop.with(abandonedCart())
                .before("09:30", "Add")
                .before("09:45", "Order")
                .logsIn("10:00");

        assertThat(shop.aYearLater().sent()).isEmpty();
    }

    @Test
    void the_past_advances_what_began_before_it_and_not_what_began_later() {
        var viewThenAdd = journey("j").triggeredBy(event("View"), event("Add"), noneOf(HOUR, "Order"));

        assertThat(Shop.with(viewThenAdd)
                        .event("09:15", "View")
                        .before("09:30", "Add")
                        .logsIn("10:00")
                        .aYearLater()
                        .log(FactType.ENTERED))
                .containsExactly("10:30 entered");
        assertThat(Shop.with(viewThenAdd)
                        .event("09:45", "View")
                        .before("09:30", "Add")
                        .logsIn("10:00")
                        .aYearLater()
                        .log(FactType.ENTERED))
                .isEmpty();
    }

    @Test
    void of_a_silence_only_the_newest_event_counts_wherever_it_happened() {
        assertThat(Shop.with(journey("win-back").inactiveFor(HOUR))
                        .event("09:15", "View")
                        .before("09:30", "View")
                        .logsIn("10:00")
                        .until("10:59:59")
                        .log(FactType.ENTERED))
                .as("nothing since the night, as the login itself is activity")
                .containsExactly("01:00 entered");
        assertThat(Shop.with(journey("win-back").inactiveFor(HOUR, match("View", Condition.ALWAYS)))
                        .event("09:30", "View")
                        .before("09:15", "View")
                        .logsIn("10:00")
                        .aYearLater()
                        .log(FactType.ENTERED))
                .containsExactly("10:30 entered");
        assertThat(Shop.with(journey("win-back").inactiveFor(HOUR, match("View", Condition.ALWAYS)))
                        .event("09:15", "View")
                        .before("09:30", "View")
                        .logsIn("10:00")
                        .aYearLater()
                        .log(FactType.ENTERED))
                .containsExactly("10:30 entered");
    }

    @Test
    void the_past_ends_and_converts_the_runs_that_had_begun_before_it() {
        var shop = Shop.with(journey("j")
                        .triggeredBy(event("Add"))
                        .exitOn("Order")
                        .convertsOn("Order", Duration.ofDays(3), constant(1L))
                        .steps(delay("wait", Duration.ofHours(2)), email("nudge")))
                .event("09:00", "Add")
                .before("09:30", "Order")
                .logsIn("10:00")
                .event("10:15", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("12:15 nudge");
        assertThat(shop.log(FactType.EXITED)).containsExactly("09:30 exited wait Order");
        assertThat(shop.log(FactType.CONVERTED)).hasSize(1);
    }

    @Test
    void traits_of_the_past_fill_in_what_is_absent_and_overwrite_nothing_newer() {
        var shop = Shop.with(journey("j").triggeredBy(event("Add")).steps(email("hello")));
        shop.identify("09:45", Map.of("city", "Rome"));

        shop.beforeWithTraits("09:30", Map.of("city", "Oslo", "plan", "pro"))
                .logsIn("10:00")
                .event("10:05", "Add");

        assertThat(shop.messages().get(0).variables().toString())
                .contains("city=Rome")
                .contains("plan=pro");
    }

    @Test
    void a_late_login_fires_nothing_that_lies_before_what_the_user_has_done_since() {
        var shop = Shop.with(abandonedCart()).event("11:00", "View").event("11:00:01", "Add");

        shop.before("09:30", "Add").logsIn("10:00");

        assertThat(shop.aYearLater().sent()).containsExactly("12:00:01 reminder");
        assertThat(shop.log(FactType.NOT_ENTERED)).containsExactly("10:30 not_entered before link");
    }

    @Test
    void a_device_that_somebody_logged_in_on_leaves_its_runs_and_is_forgotten() {
        var device = Shop.with(
                        journey("j").triggeredBy(event("Add")).steps(delay("wait", HOUR), email("nudge")),
                        abandonedCart())
                .event("09:30", "Add");

        device.departs("10:00");

        assertThat(device.log(FactType.EXITED)).containsExactly("10:00 exited wait linked to a user");
        assertThat(device.cancellations()).extracting(Cancellation::reason).containsExactly("linked to a user");
        assertThat(device.aYearLater().sent()).isEmpty();
        assertThat(device.state().isEmpty()).isTrue();
    }
}

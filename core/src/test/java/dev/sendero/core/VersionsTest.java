package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.emailExpiring;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits, pause and end of journeys that people are in. */
final class VersionsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder first() {
        return journey("j").version("1").triggeredBy(event("Add")).steps(delay("d", HOUR), email("old"));
    }

    private static JourneyBuilder second() {
        return journey("j").version("2").triggeredBy(event("Add")).steps(delay("d", HOUR), email("new"));
    }

    @Test
    void runs_finish_the_version_that_they_entered() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(second()), List.of(first())).until("11:30");
        shop.event("12:00", "Add").aYearLater();

        assertThat(shop.sent()).containsExactly("11:00 old", "13:00 new");
        assertThat(shop.messages()).extracting(message -> message.version()).containsExactly("1", "2");
    }

    @Test
    void a_partial_situation_goes_on_in_its_version_and_a_new_version_starts_fresh() {
        var old = journey("j")
                .version("1")
                .triggeredBy(event("Add"), noneOf(HOUR, "Order"))
                .steps(email("old"));
        var now = journey("j")
                .version("2")
                .triggeredBy(event("Add"), noneOf(HOUR, "Order"))
                .steps(email("new"));
        var shop = Shop.with(old).event("10:00", "Add");

        shop.publish("10:30", List.of(now), List.of(old)).event("11:10", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old", "12:10 new");
    }

    @Test
    void a_silence_is_reported_once_however_often_the_journey_was_edited_before_it() {
        var old = journey("j")
                .version("1")
                .inactiveFor(HOUR, match("View", Condition.ALWAYS))
                .steps(email("old"));
        var now = journey("j")
                .version("2")
                .inactiveFor(HOUR, match("View", Condition.ALWAYS))
                .steps(email("new"));
        var shop = Shop.with(old).event("10:00", "View");

        shop.publish("10:30", List.of(now), List.of(old)).event("10:40", "View");

        assertThat(shop.aYearLater().sent()).containsExactly("11:40 new");
    }

    @Test
    void a_silence_that_began_before_an_edit_is_reported_by_the_older_version() {
        var old = journey("j")
                .version("1")
                .inactiveFor(HOUR, match("View", Condition.ALWAYS))
                .steps(email("old"));
        var now = journey("j")
                .version("2")
                .inactiveFor(HOUR, match("View", Condition.ALWAYS))
                .steps(email("new"));
        var shop = Shop.with(old).event("10:00", "View");

        shop.publish("10:30", List.of(now), List.of(old));

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old");
    }

    @Test
    void a_new_version_alone_leaves_nothing_to_be_brought_in_line() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.add("10:30", List.of(second()), List.of(first())).event("11:10", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old", "12:10 new");
    }

    @Test
    void an_older_version_starts_nothing_new() {
        var shop = Shop.with(first()).publish("09:00", List.of(second()), List.of(first()));

        assertThat(shop.event("10:00", "Add").aYearLater().sent()).containsExactly("11:00 new");
    }

    @Test
    void one_run_at_a_time_counts_across_versions() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(second()), List.of(first())).event("10:40", "Add");

        assertThat(shop.log(FactType.NOT_ENTERED)).containsExactly("10:40 not_entered run_active");
    }

    @Test
    void runs_of_an_ended_journey_leave() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(first().state(JourneyState.ENDED)), List.of());

        assertThat(shop.aYearLater().log(FactType.EXITED)).containsExactly("10:30 exited d journey ended");
        assertThat(shop.cancellations()).hasSize(1);
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void runs_of_a_journey_that_is_gone_leave() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(), List.of());

        assertThat(shop.aYearLater().log(FactType.EXITED)).containsExactly("10:30 exited journey ended");
    }

    @Test
    void runs_of_an_ended_journey_may_still_convert() {
        var ending = first().convertsOn("Order", HOUR, constant(1L));
        var shop = Shop.with(ending).event("10:00", "Add");

        shop.publish("10:30", List.of(ending.state(JourneyState.ENDED)), List.of())
                .event("10:40", "Order");

        assertThat(shop.log(FactType.CONVERTED)).containsExactly("10:40 converted");
    }

    @Test
    void partial_situations_and_memories_of_a_journey_that_is_gone_are_dropped() {
        var shop = Shop.with(journey("j")
                        .triggeredBy(event("Add"), noneOf(HOUR, "Order"))
                        .reentry(new Reentry.Never()))
                .event("10:00", "Add")
                .event("11:30", "Add");

        shop.publish("11:40", List.of(), List.of());

        assertThat(shop.state().content().partials()).isEmpty();
        assertThat(shop.state().content().entries()).isEmpty();
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Instant.MAX);
    }

    @Test
    void deadlines_wait_while_a_journey_is_paused() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(first().state(JourneyState.PAUSED)), List.of());

        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Instant.MAX);
        assertThat(shop.until("12:00").sent()).isEmpty();
    }

    @Test
    void on_resume_what_has_waited_goes_on_and_the_next_delay_counts_from_there() {
        var steps = first().steps(delay("d", HOUR), email("one"), delay("e", HOUR), email("two"));
        var shop = Shop.with(steps).event("10:00", "Add");

        shop.publish("10:30", List.of(steps.state(JourneyState.PAUSED)), List.of())
                .until("12:00");
        shop.publish("13:00", List.of(steps.state(JourneyState.LIVE)), List.of());

        assertThat(shop.aYearLater().sent()).containsExactly("13:00 one", "14:00 two");
    }

    @Test
    void on_resume_a_deadline_that_is_still_to_come_stays() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(first().state(JourneyState.PAUSED)), List.of());
        shop.publish("10:40", List.of(first()), List.of());

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old");
    }

    @Test
    void on_resume_expired_messages_are_skipped() {
        var steps = first().steps(delay("d", HOUR), emailExpiring("one", HOUR), email("two"));
        var shop = Shop.with(steps).event("10:00", "Add");

        shop.publish("10:30", List.of(steps.state(JourneyState.PAUSED)), List.of());
        shop.publish("12:30", List.of(steps.state(JourneyState.LIVE)), List.of());

        assertThat(shop.sent()).containsExactly("12:30 two");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).containsExactly("12:30 message_skipped one email expired");
    }

    @Test
    void what_a_paused_run_waits_for_is_noticed_and_its_steps_wait() {
        var waiting = first().steps(waitUntil("w", HOUR, List.of(), until("Order", email("thanks"))));
        var shop = Shop.with(waiting).event("10:00", "Add");

        shop.publish("10:10", List.of(waiting.state(JourneyState.PAUSED)), List.of())
                .event("10:20", "Order");
        assertThat(shop.until("10:30").sent()).isEmpty();

        shop.publish("10:40", List.of(waiting.state(JourneyState.LIVE)), List.of());
        assertThat(shop.sent()).containsExactly("10:40 thanks");
    }

    @Test
    void an_exit_ends_a_paused_run() {
        var journey = first().exitOn("Order");
        var shop = Shop.with(journey).event("10:00", "Add");

        shop.publish("10:10", List.of(journey.state(JourneyState.PAUSED)), List.of())
                .event("10:20", "Order");

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:20 exited d Order");
    }

    @Test
    void older_versions_are_paused_with_the_newest() {
        var shop = Shop.with(first()).event("10:00", "Add");

        shop.publish("10:30", List.of(second().state(JourneyState.PAUSED)), List.of(first()));

        assertThat(shop.until("12:00").sent()).isEmpty();
    }
}

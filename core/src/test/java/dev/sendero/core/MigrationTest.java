package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.as;
import static dev.sendero.core.Words.branch;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.waitUntil;
import static dev.sendero.core.Words.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Edits of journeys that take over the people inside. */
final class MigrationTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder first(Step... steps) {
        return journey("j").version("1").triggeredBy(event("Add")).steps(steps);
    }

    private static JourneyBuilder second(Step... steps) {
        return journey("j").version("2").migrate().triggeredBy(event("Add")).steps(steps);
    }

    /** Somebody who entered the old version at ten, half an hour before the edit. */
    private static Shop edited(JourneyBuilder old, JourneyBuilder now) {
        return Shop.with(old).event("10:00", "Add").publish("10:30", List.of(now), List.of(old));
    }

    @Test
    void a_run_in_a_delay_goes_on_with_what_follows_it_in_the_new_version() {
        var shop = edited(first(delay("d", HOUR), email("old")), second(delay("d", HOUR), email("new")));

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 new");
        assertThat(shop.log(FactType.MIGRATED)).containsExactly("10:30 migrated d 1");
        assertThat(shop.messages()).extracting(message -> message.version()).containsExactly("2");
    }

    @Test
    void a_delay_lasts_as_long_as_the_new_version_says_from_when_it_began() {
        var longer = edited(first(delay("d", HOUR), email("a")), second(delay("d", HOUR.multipliedBy(3)), email("a")));
        var shorter =
                edited(first(delay("d", HOUR), email("a")), second(delay("d", Duration.ofMinutes(40)), email("a")));

        assertThat(longer.aYearLater().sent()).containsExactly("13:00 a");
        assertThat(shorter.aYearLater().sent()).containsExactly("10:40 a");
    }

    @Test
    void a_delay_that_would_be_over_by_now_is_over_now() {
        var shop = edited(first(delay("d", HOUR), email("a")), second(delay("d", Duration.ofMinutes(10)), email("a")));

        assertThat(shop.sent()).containsExactly("10:30 a");
    }

    @Test
    void a_run_in_a_wait_waits_for_what_the_new_version_waits_for() {
        var old = first(waitUntil("w", HOUR, List.of(email("late")), until("Order", email("thanks"))));
        var now = second(waitUntil("w", HOUR.multipliedBy(2), List.of(email("late")), until("View", email("seen"))));

        assertThat(edited(old, now)
                        .event("11:30", "Order")
                        .event("11:40", "View")
                        .sent())
                .containsExactly("11:40 seen");
        assertThat(edited(old, now).aYearLater().sent()).containsExactly("12:00 late");
    }

    @Test
    void a_wait_without_end_that_gets_one_is_timed_from_the_edit() {
        var old = first(waitUntil("w", SequenceItem.UNBOUNDED, List.of(), until("Order")));
        var now = second(waitUntil("w", HOUR, List.of(email("late")), until("Order")));

        assertThat(edited(old, now).aYearLater().sent()).containsExactly("11:30 late");
    }

    @Test
    void a_run_that_a_pause_holds_between_two_steps_moves_to_the_next_of_them() {
        var old = first(waitUntil("w", HOUR, List.of(), until("Order", email("thanks"), email("more"))));
        var now = second(
                waitUntil("w", HOUR, List.of(), until("Order", email("before"), email("thanks"), email("other"))));
        var shop = Shop.with(old)
                .event("10:00", "Add")
                .publish("10:10", List.of(old.state(JourneyState.PAUSED)), List.of())
                .event("10:20", "Order");

        shop.publish("10:30", List.of(now.state(JourneyState.PAUSED)), List.of(old));
        assertThat(shop.sent()).isEmpty();

        shop.publish("10:40", List.of(now.state(JourneyState.LIVE)), List.of(old));
        assertThat(shop.sent()).containsExactly("10:40 thanks", "10:40 other");
    }

    @Test
    void a_run_whose_step_is_gone_is_reported_and_finishes_the_version_that_it_entered() {
        var shop = edited(first(delay("d", HOUR), email("old")), second(delay("other", HOUR), email("new")));

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old");
        assertThat(shop.log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated d step_gone");
        assertThat(shop.facts(FactType.NOT_MIGRATED))
                .extracting(fact -> fact.version())
                .containsExactly("1");
    }

    @Test
    void a_step_of_the_same_id_and_another_kind_is_another_step() {
        var shop = edited(
                first(delay("d", HOUR), email("old")),
                second(waitUntil("d", HOUR, List.of(email("new")), until("Order"))));

        assertThat(shop.log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated d step_gone");
    }

    @Test
    void a_migrated_run_sends_no_step_twice() {
        var old = first(email("hello"), delay("d", HOUR), email("bye"));
        var now = second(delay("d", HOUR), email("bye"), email("hello"));
        var shop = edited(old, now);

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 hello", "11:00 bye");
        assertThat(shop.log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated d sent_twice");
    }

    @Test
    void messages_keep_their_ids_in_a_new_version() {
        var old = first(delay("d", HOUR), email("reminder"));
        var now = second(delay("d", HOUR), email("reminder"), email("more"));

        var moved = edited(old, now).aYearLater().messages();
        var stayed = Shop.with(old).event("10:00", "Add").aYearLater().messages();

        assertThat(moved.get(0).id()).isEqualTo(stayed.get(0).id());
    }

    @Test
    void a_run_in_one_of_two_delays_that_lead_to_one_place_moves_if_both_say_the_same() {
        var fork = equal("profile.traits.email", "ada@example.com");
        var old = first(branch("b", List.of(delay("e", HOUR)), when(fork, delay("d", HOUR))), email("old"));
        var same = second(branch("b", List.of(delay("e", HOUR)), when(fork, delay("d", HOUR))), email("new"));
        var differs = second(
                branch("b", List.of(delay("e", HOUR.multipliedBy(2))), when(fork, delay("d", HOUR))), email("new"));

        assertThat(edited(old, same).aYearLater().sent()).containsExactly("11:00 new");
        assertThat(edited(old, differs).log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated step_unclear");
    }

    @Test
    void a_run_without_the_event_that_the_new_version_captures_stays() {
        var old = first(delay("d", HOUR), email("a"));
        var now = second(delay("d", HOUR), email("a")).triggeredBy(as("added", event("Add")));

        assertThat(edited(old, now).log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated d capture_missing");
    }

    @Test
    void a_run_for_a_key_of_another_kind_stays() {
        var old = first(delay("d", HOUR), email("a"));
        var now = second(delay("d", HOUR), email("a")).per("cart_id");

        assertThat(edited(old, now).log(FactType.NOT_MIGRATED)).containsExactly("10:30 not_migrated d key_changed");
    }

    @Test
    void a_partial_situation_is_not_moved_and_its_run_finishes_the_older_version() {
        var old = first(email("old")).triggeredBy(event("Add"), noneOf(HOUR, "Order"));
        var now = second(email("new")).triggeredBy(event("Add"), noneOf(HOUR, "Order"));

        var shop = edited(old, now);

        assertThat(shop.aYearLater().sent()).containsExactly("11:00 old");
        assertThat(shop.facts(FactType.NOT_MIGRATED)).isEmpty();
    }

    @Test
    void what_could_not_be_moved_is_reported_once() {
        var old = first(delay("d", HOUR), email("old"));
        var now = second(delay("other", HOUR), email("new"));
        var shop = edited(old, now);

        shop.decider().reconcile(shop.state(), Shop.time("10:40"), Set.of());

        assertThat(shop.facts(FactType.NOT_MIGRATED)).hasSize(1);
    }

    @Test
    void without_the_word_nobody_is_moved() {
        var old = first(delay("d", HOUR), email("old"));
        var now = journey("j").version("2").triggeredBy(event("Add")).steps(delay("d", HOUR), email("new"));

        assertThat(edited(old, now).aYearLater().sent()).containsExactly("11:00 old");
    }

    @Test
    void an_ended_run_converts_by_the_version_in_which_it_ended() {
        var old = first(email("a")).convertsOn("Order", HOUR, Words.constant(1L));
        var now = second(email("a")).convertsOn("View", HOUR, Words.constant(1L));
        var shop = edited(old, now).event("10:40", "View").event("10:50", "Order");

        assertThat(shop.log(FactType.CONVERTED)).containsExactly("10:50 converted");
        assertThat(shop.state().content().runs()).noneMatch(Run::isActive);
    }

    @Test
    void an_event_of_the_very_moment_of_a_change_is_in_time() {
        var old = first(delay("d", HOUR), email("a"));
        var now = second(delay("d", Duration.ofMinutes(10)), email("a"));

        var shop = edited(old, now).event("10:30", "Add");

        assertThat(shop.log(FactType.ENTERED)).containsExactly("10:00 entered", "10:30 entered");
    }
}

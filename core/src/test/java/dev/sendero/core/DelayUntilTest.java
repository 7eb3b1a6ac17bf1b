package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.as;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.delayUntil;
import static dev.sendero.core.Words.delayUntilTimeAt;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.DelayLength.IfPast;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Delays until a time; the shop's times are UTC, and its first day is Sunday, 1 March 2026. */
final class DelayUntilTest {

    private static JourneyBuilder onAdd(Step... steps) {
        return journey("j").triggeredBy(as("added", event("Add"))).steps(steps);
    }

    private static Shop shopWith(Step... steps) {
        return Shop.with(onAdd(steps));
    }

    private static Shop nineIn(String zone) {
        return shopWith(delayUntil("morning", "09:00"), email("mail")).identify("00:01", Map.of("timezone", zone));
    }

    @Test
    void until_a_time_of_day_it_waits_for_the_next_one_where_the_customer_is() {
        var shop = nineIn("Europe/Madrid").event("10:00", "Add");

        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Shop.time("+1d 08:00"));
        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 mail");
    }

    @Test
    void at_that_very_time_it_does_not_wait() {
        assertThat(nineIn("Europe/Madrid").event("08:00", "Add").sent()).containsExactly("08:00 mail");
    }

    @Test
    void a_customer_without_a_time_zone_lives_in_the_projects() {
        var nowhere = shopWith(delayUntil("morning", "09:00"), email("mail")).event("10:00", "Add");

        assertThat(nowhere.aYearLater().sent()).containsExactly("+1d 09:00 mail");
        assertThat(nineIn("Europe/Atlantis").event("10:00", "Add").aYearLater().sent())
                .containsExactly("+1d 09:00 mail");
    }

    @Test
    void a_time_zone_that_the_journey_names_is_everybodys() {
        var newYork = new ZoneChoice.Fixed(ZoneId.of("America/New_York"));
        var shop = shopWith(
                        delayUntil("there", "09:00", newYork),
                        email("first"),
                        delayUntil("here", "18:00", new ZoneChoice.OfProject()),
                        email("second"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("10:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("14:00 first", "18:00 second");
    }

    @Test
    void in_a_zone_with_a_half_hour_offset_it_is_nine_there() {
        assertThat(nineIn("Asia/Kolkata").event("10:00", "Add").aYearLater().sent())
                .containsExactly("+1d 03:30 mail");
        assertThat(nineIn("Asia/Kathmandu").event("10:00", "Add").aYearLater().sent())
                .containsExactly("+1d 03:15 mail");
    }

    @Test
    void a_time_that_the_clock_leaves_out_is_the_first_instant_after() {
        var shop = shopWith(delayUntil("night", "02:30"), email("mail"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("+27d 12:00", "Add")
                .event("+28d 12:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+28d 01:00 mail", "+29d 00:30 mail");
    }

    @Test
    void of_a_time_that_the_clock_shows_twice_it_is_the_earlier() {
        var shop = shopWith(delayUntil("night", "02:30"), email("mail"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("+237d 12:00", "Add")
                .event("+238d 00:45", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+238d 00:30 mail", "+239d 01:30 mail");
    }

    @Test
    void a_night_on_which_the_clock_changes_is_shorter_or_longer() {
        var spring = nineIn("Europe/Madrid").event("+27d 12:00", "Add");
        var autumn = nineIn("Europe/Madrid").event("+237d 12:00", "Add");

        assertThat(spring.aYearLater().sent()).containsExactly("+28d 07:00 mail");
        assertThat(autumn.aYearLater().sent()).containsExactly("+238d 08:00 mail");
    }

    @Test
    void a_delay_of_a_day_is_24_hours_whatever_the_clock_does() {
        var shop = shopWith(delay("day", Duration.ofDays(1)), email("mail"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("+27d 12:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+28d 12:00 mail");
    }

    @Test
    void a_customer_who_changes_zone_inside_a_delay_waits_for_nine_in_the_new_one() {
        var westwards =
                nineIn("Europe/Madrid").event("19:00", "Add").identify("23:00", Map.of("timezone", "America/New_York"));
        var eastwards =
                nineIn("Europe/Madrid").event("19:00", "Add").identify("23:00", Map.of("timezone", "Asia/Kolkata"));

        assertThat(westwards.aYearLater().sent()).containsExactly("+1d 14:00 mail");
        assertThat(eastwards.aYearLater().sent()).containsExactly("+1d 03:30 mail");
    }

    @Test
    void where_nine_has_passed_in_the_new_zone_it_is_nine_on_the_next_day() {
        var shop = nineIn("America/New_York").event("10:00", "Add").identify("11:00", Map.of("timezone", "Asia/Tokyo"));

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 00:00 mail");
    }

    @Test
    void a_change_of_zone_at_that_very_time_counts_as_the_event_comes_first() {
        var shop = nineIn("Europe/Madrid").event("19:00", "Add");
        shop.event("23:00", "Seen").identify("+1d 08:00", Map.of("timezone", "America/New_York"));

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 14:00 mail");
    }

    @Test
    void what_the_run_says_is_fixed() {
        var shop = shopWith(delayUntilTimeAt("pickup", "run.added.properties.at", IfPast.EXIT), email("mail"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("10:00", "Add", Map.of("at", "2026-03-03T18:00:00"))
                .identify("11:00", Map.of("timezone", "Asia/Tokyo"));

        assertThat(shop.aYearLater().sent()).containsExactly("+2d 17:00 mail");
    }

    @Test
    void a_time_may_have_an_offset_or_be_a_date_alone() {
        var step = delayUntilTimeAt("pickup", "run.added.properties.at", IfPast.EXIT);
        var shop = shopWith(step, email("mail"))
                .identify("00:01", Map.of("timezone", "Europe/Madrid"))
                .event("10:00", "Add", Map.of("at", "2026-03-03T18:00:00+05:30"))
                .event("+3d 10:00", "Add", Map.of("at", "2026-03-06"));

        assertThat(shop.aYearLater().sent()).containsExactly("+2d 12:30 mail", "+4d 23:00 mail");
    }

    @Test
    void what_the_profile_says_is_followed() {
        var step = delayUntilTimeAt("renewal", "profile.traits.renewal", IfPast.EXIT);
        var later = shopWith(step, email("mail"))
                .identify("00:01", Map.of("renewal", "2026-03-05T10:00:00Z"))
                .event("10:00", "Add")
                .identify("+1d 10:00", Map.of("renewal", "2026-03-08T10:00:00Z"));
        var earlier = shopWith(step, email("mail"))
                .identify("00:01", Map.of("renewal", "2026-03-05T10:00:00Z"))
                .event("10:00", "Add")
                .identify("+1d 10:00", Map.of("renewal", "2026-03-03T10:00:00Z"));

        assertThat(later.aYearLater().sent()).containsExactly("+7d 10:00 mail");
        assertThat(earlier.aYearLater().sent()).containsExactly("+2d 10:00 mail");
    }

    @Test
    void who_has_no_such_time_any_more_leaves() {
        var shop = shopWith(delayUntilTimeAt("renewal", "profile.traits.renewal", IfPast.CONTINUE), email("mail"))
                .identify("00:01", Map.of("renewal", "2026-03-05T10:00:00Z"))
                .event("10:00", "Add")
                .identify("+1d 10:00", Map.of("renewal", "cancelled"));

        assertThat(shop.aYearLater().sent()).isEmpty();
        assertThat(shop.log(FactType.EXITED)).containsExactly("+1d 10:00 exited no time to wait until");
    }

    @Test
    void who_has_no_such_time_leaves_at_once() {
        var shop = shopWith(delayUntilTimeAt("pickup", "run.added.properties.at", IfPast.CONTINUE), email("mail"))
                .event("10:00", "Add");

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:00 exited no time to wait until");
    }

    @Test
    void where_the_time_has_passed_the_run_leaves_or_goes_on_as_the_journey_says() {
        var leaves = shopWith(delayUntilTimeAt("d", "run.added.properties.at", IfPast.EXIT), email("mail"));
        var goesOn = shopWith(delayUntilTimeAt("d", "run.added.properties.at", IfPast.CONTINUE), email("mail"));

        leaves.event("10:00", "Add", Map.of("at", "2026-03-01T09:00:00Z"));
        goesOn.event("10:00", "Add", Map.of("at", "2026-03-01T09:00:00Z"));

        assertThat(leaves.log(FactType.EXITED)).containsExactly("10:00 exited the time to wait until has passed");
        assertThat(goesOn.sent()).containsExactly("10:00 mail");
    }

    @Test
    void a_time_that_moves_into_the_past_has_passed() {
        var shop = shopWith(delayUntilTimeAt("renewal", "profile.traits.renewal", IfPast.CONTINUE), email("mail"))
                .identify("00:01", Map.of("renewal", "2026-03-05T10:00:00Z"))
                .event("10:00", "Add")
                .identify("+1d 10:00", Map.of("renewal", "2026-02-01T10:00:00Z"));

        assertThat(shop.sent()).containsExactly("+1d 10:00 mail");
    }

    @Test
    void a_time_that_comes_during_a_pause_has_come_when_the_journey_goes_on() {
        var morning = onAdd(delayUntil("morning", "09:00"), email("mail"));
        var shop = Shop.with(morning)
                .event("10:00", "Add")
                .publish("20:00", List.of(morning.state(JourneyState.PAUSED)), List.of())
                .event("+1d 12:00", "Seen")
                .publish("+1d 15:00", List.of(morning.state(JourneyState.LIVE)), List.of());

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 15:00 mail");
    }

    @Test
    void a_wait_for_a_time_survives_an_edit_and_another_time_begins_anew() {
        var old = onAdd(delayUntil("d", "09:00"), email("mail")).version("1");
        var same = onAdd(delayUntil("d", "09:00"), email("new")).version("2").migrate();
        var later = onAdd(delayUntil("d", "12:00"), email("new")).version("2").migrate();
        var anHour = onAdd(delay("d", Duration.ofHours(1)), email("new"))
                .version("2")
                .migrate();
        var anHourBefore = onAdd(delay("d", Duration.ofHours(1)), email("mail")).version("1");

        assertThat(edited(old, same)).containsExactly("+1d 09:00 new");
        assertThat(edited(old, later)).containsExactly("12:00 new");
        assertThat(edited(old, anHour)).containsExactly("11:30 new");
        assertThat(edited(anHourBefore, later)).containsExactly("12:00 new");
    }

    private static List<String> edited(JourneyBuilder old, JourneyBuilder now) {
        return Shop.with(old)
                .event("10:00", "Add")
                .publish("10:30", List.of(now), List.of(old))
                .aYearLater()
                .sent();
    }
}

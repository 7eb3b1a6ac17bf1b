package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Journeys that begin on a date of the profile; the shop's times are UTC, and its first day is 1 March 2026. */
final class DateTriggerTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private static Trigger.Date date(Duration shift) {
        return new Trigger.Date("day", List.of(NINE), shift, false);
    }

    private static final Trigger.Date BIRTHDAY = new Trigger.Date("day", List.of(NINE), Duration.ZERO, true);

    private static JourneyBuilder greeting(Trigger.Date trigger) {
        return journey("greeting").on(trigger).steps(email("mail"));
    }

    private static Shop shopWith(Trigger.Date trigger) {
        return Shop.with(greeting(trigger));
    }

    @Test
    void it_begins_on_the_date_at_the_time_of_day_where_the_customer_is() {
        var shop = shopWith(date(Duration.ZERO))
                .identify("00:01", Map.of("day", "2026-03-05", "timezone", "Asia/Kolkata"));

        assertThat(shop.aYearLater().sent()).containsExactly("+4d 03:30 mail");
    }

    @Test
    void days_before_and_after_are_days_of_the_calendar() {
        var before = shopWith(date(Duration.ofDays(-3)))
                .identify("00:01", Map.of("day", "2026-03-30", "timezone", "Europe/Madrid"));
        var after = shopWith(date(Duration.ofDays(1)))
                .identify("00:01", Map.of("day", "2026-03-28", "timezone", "Europe/Madrid"));

        assertThat(before.aYearLater().sent()).containsExactly("+26d 08:00 mail");
        assertThat(after.aYearLater().sent()).containsExactly("+28d 07:00 mail");
    }

    @Test
    void without_a_time_of_day_it_is_the_time_that_the_trait_says() {
        var trigger = new Trigger.Date("day", List.of(), Duration.ofDays(-1), false);

        assertThat(shopWith(trigger)
                        .identify("00:01", Map.of("day", "2026-03-05T15:30:00+01:00"))
                        .aYearLater()
                        .sent())
                .containsExactly("+3d 14:30 mail");
        assertThat(shopWith(trigger)
                        .identify("00:01", Map.of("day", "2026-03-05"))
                        .aYearLater()
                        .sent())
                .containsExactly("+3d 00:00 mail");
    }

    @Test
    void never_for_a_date_that_has_passed() {
        var shop = shopWith(date(Duration.ofDays(-3)))
                .identify("10:00", Map.of("day", "2026-03-04"))
                .identify("10:01", Map.of("day", "2026-02-01"))
                .identify("10:02", Map.of("day", "soon"));

        assertThat(shop.aYearLater().facts()).isEmpty();
    }

    @Test
    void every_year_it_comes_again() {
        var shop = shopWith(BIRTHDAY).identify("00:01", Map.of("day", "1990-03-05"));

        assertThat(shop.until("+370d 00:00").sent()).containsExactly("+4d 09:00 mail", "+369d 09:00 mail");
    }

    @Test
    void the_29th_of_february_is_the_28th_in_years_that_have_none() {
        var shop = shopWith(BIRTHDAY).identify("00:01", Map.of("day", "1992-02-29"));

        assertThat(shop.until("+732d 00:00").sent()).containsExactly("+364d 09:00 mail", "+730d 09:00 mail");
        assertThat(Shop.time("+364d 09:00")).isEqualTo("2027-02-28T09:00:00Z");
        assertThat(Shop.time("+730d 09:00")).isEqualTo("2028-02-29T09:00:00Z");
    }

    @Test
    void a_day_before_new_year_belongs_to_the_year_that_comes() {
        var eve = new Trigger.Date("day", List.of(NINE), Duration.ofDays(-2), true);

        assertThat(shopWith(eve)
                        .identify("00:01", Map.of("day", "1990-01-01"))
                        .until("+310d 00:00")
                        .sent())
                .containsExactly("+304d 09:00 mail");
        assertThat(Shop.time("+304d 09:00")).isEqualTo("2026-12-30T09:00:00Z");
    }

    @Test
    void a_date_that_is_moved_is_followed() {
        var shop = shopWith(date(Duration.ZERO)).identify("00:01", Map.of("day", "2026-03-05"));

        shop.identify("+1d 10:00", Map.of("day", "2026-03-10"));

        assertThat(shop.aYearLater().sent()).containsExactly("+9d 09:00 mail");
    }

    @Test
    void a_date_comes_again_when_it_is_moved_to_a_later_one() {
        var shop = shopWith(date(Duration.ZERO)).identify("00:01", Map.of("day", "2026-03-05"));

        shop.identify("+5d 10:00", Map.of("day", "2026-03-10"));

        assertThat(shop.aYearLater().sent()).containsExactly("+4d 09:00 mail", "+9d 09:00 mail");
    }

    @Test
    void who_travels_westwards_on_the_day_has_it_once() {
        var shop = shopWith(BIRTHDAY).identify("00:01", Map.of("day", "1990-03-05", "timezone", "Asia/Tokyo"));

        shop.identify("+4d 10:00", Map.of("timezone", "America/New_York"));

        assertThat(shop.until("+300d 00:00").sent()).containsExactly("+4d 00:00 mail");
    }

    @Test
    void an_event_at_that_very_instant_comes_first() {
        var shop = shopWith(date(Duration.ZERO)).identify("00:01", Map.of("day", "2026-03-05"));

        shop.identify("+4d 09:00", Map.of("day", "2026-03-06"));

        assertThat(shop.aYearLater().sent()).containsExactly("+5d 09:00 mail");
    }

    @Test
    void a_date_that_becomes_known_at_its_very_instant_has_not_passed() {
        var shop = shopWith(date(Duration.ZERO)).identify("+4d 09:00", Map.of("day", "2026-03-05"));

        assertThat(shop.aYearLater().sent()).containsExactly("+4d 09:00 mail");
    }

    @Test
    void the_audience_is_asked_on_the_day() {
        var journey = greeting(BIRTHDAY).audience(equal("profile.traits.plan", "pro"));
        var shop = Shop.with(journey).identify("00:01", Map.of("day", "1990-03-05", "plan", "free"));

        assertThat(shop.until("+300d 00:00").log()).containsExactly("+4d 09:00 not_entered audience");
    }

    @Test
    void a_run_knows_the_date() {
        var shop = shopWith(date(Duration.ofDays(-1))).identify("00:01", Map.of("day", "2026-03-05"));

        Map<?, ?> run =
                (Map<?, ?>) shop.aYearLater().messages().get(0).variables().get("run");

        assertThat(((Map<?, ?>) run.get("trigger")).get("properties")).isEqualTo(Map.of("date", "2026-03-05"));
    }

    @Test
    void a_journey_that_is_published_begins_for_those_who_are_known_and_not_for_dates_before() {
        var other = journey("other").on(new Trigger.Date("nothing", List.of(), Duration.ZERO, false));
        var shop = Shop.with(other).identify("00:01", Map.of("day", "2026-03-05"));
        var late = Shop.with(other).identify("00:01", Map.of("day", "2026-03-05"));

        shop.publish("+2d 10:00", List.of(greeting(date(Duration.ZERO))), List.of());
        late.publish("+4d 10:00", List.of(greeting(date(Duration.ZERO))), List.of());

        assertThat(shop.aYearLater().sent()).containsExactly("+4d 09:00 mail");
        assertThat(late.aYearLater().sent()).isEmpty();
    }

    @Test
    void an_edit_on_the_day_brings_it_once() {
        var morning = greeting(BIRTHDAY).version("1");
        var evening = greeting(new Trigger.Date("day", List.of(LocalTime.of(18, 0)), Duration.ZERO, true))
                .version("2");
        var shop = Shop.with(morning).identify("00:01", Map.of("day", "1990-03-05"));

        shop.until("+4d 12:00").publish("+4d 12:00", List.of(evening), List.of(morning));

        assertThat(shop.until("+300d 00:00").sent()).containsExactly("+4d 09:00 mail");
    }

    @Test
    void a_journey_inside_which_somebody_is_refuses_as_always() {
        var journey = journey("greeting").on(date(Duration.ZERO)).steps(delay("d", Duration.ofDays(30)), email("mail"));
        var shop = Shop.with(journey).identify("00:01", Map.of("day", "2026-03-05"));

        shop.identify("+5d 00:00", Map.of("day", "2026-03-10"));

        assertThat(shop.aYearLater().log(FactType.NOT_ENTERED)).containsExactly("+9d 09:00 not_entered run_active");
    }
}

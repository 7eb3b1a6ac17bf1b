package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.equal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.ZoneChoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Journeys that begin at a time of some days; the shop's times are UTC, and its first day is Sunday, 1 March 2026. */
final class ScheduleTriggerTest {

    private static final ScheduleDays MONDAYS = new ScheduleDays.OfWeek(Set.of(DayOfWeek.MONDAY));

    private static JourneyBuilder newsletter(ScheduleDays days, ZoneChoice zone) {
        return journey("newsletter")
                .on(new Trigger.Schedule(days, LocalTime.of(9, 0), zone))
                .steps(email("mail"));
    }

    @Test
    void it_begins_at_that_time_on_each_of_its_days_where_the_customer_is() {
        var shop = Shop.with(newsletter(MONDAYS, ZoneChoice.CUSTOMER))
                .identify("00:01", Map.of("timezone", "America/New_York"));

        assertThat(shop.until("+15d 23:00").sent())
                .containsExactly("+1d 14:00 mail", "+8d 13:00 mail", "+15d 13:00 mail");
    }

    @Test
    void a_time_zone_that_the_journey_names_is_everybodys() {
        var tokyo = new ZoneChoice.Fixed(ZoneId.of("Asia/Tokyo"));
        var shop = Shop.with(newsletter(MONDAYS, tokyo)).identify("00:01", Map.of("timezone", "America/New_York"));

        assertThat(shop.until("+8d 12:00").sent()).containsExactly("+1d 00:00 mail", "+8d 00:00 mail");
    }

    @Test
    void a_day_that_a_month_does_not_have_is_its_last() {
        var shop = Shop.with(newsletter(new ScheduleDays.OfMonth(31), ZoneChoice.CUSTOMER));

        assertThat(shop.until("+91d 12:00").sent())
                .containsExactly("+30d 09:00 mail", "+60d 09:00 mail", "+91d 09:00 mail");
    }

    @Test
    void the_audience_is_who_it_is_for_and_of_others_nothing_is_said() {
        var shop = Shop.with(newsletter(MONDAYS, ZoneChoice.CUSTOMER).audience(equal("profile.traits.plan", "pro")))
                .until("+2d 00:00")
                .identify("+3d 00:00", Map.of("plan", "pro"));

        assertThat(shop.until("+9d 00:00").log().get(0)).isEqualTo("+8d 09:00 entered");
    }

    @Test
    void who_travels_westwards_on_the_day_has_it_once_also_after_a_restart() throws IOException {
        var shop = Shop.with(newsletter(MONDAYS, ZoneChoice.CUSTOMER))
                .identify("00:01", Map.of("timezone", "Asia/Tokyo"))
                .until("+1d 10:00");

        var bytes = new ByteArrayOutputStream();
        shop.state().writeTo(new DataOutputStream(bytes));
        shop.restore(CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                .belongsTo(Shop.ADA));
        shop.identify("+1d 10:01", Map.of("timezone", "America/New_York"));

        assertThat(shop.until("+8d 12:00").sent()).containsExactly("+1d 00:00 mail");
        assertThat(shop.until("+8d 13:00").sent()).containsExactly("+1d 00:00 mail", "+8d 13:00 mail");
    }
}

package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.emailExpiring;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.slack;
import static dev.sendero.core.Words.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.rules.project.SendingRules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** E-mails are not sent from 21:00 to 08:00 where the customer is; the shop's times are UTC. */
final class QuietHoursTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneChoice.CUSTOMER);
    private static final SendingRules QUIET = new SendingRules(Map.of(Channel.EMAIL, NIGHT), List.of());

    private static JourneyBuilder onAdd(Step... steps) {
        return journey("j").triggeredBy(event("Add")).steps(steps);
    }

    private static Shop shopWith(Step... steps) {
        return Shop.sendingBy(QUIET, onAdd(steps));
    }

    @Test
    void quiet_hours_the_run_waits_at_the_message_and_the_next_delay_counts_from_its_release() {
        var shop = shopWith(email("first"), delay("d", HOUR), email("second")).event("22:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 first", "+1d 09:00 second");
        assertThat(shop.log(FactType.STEP))
                .containsExactly("22:00 step first", "+1d 08:00 step d", "+1d 09:00 step second");
    }

    @Test
    void they_begin_at_their_first_time_and_are_over_at_the_other() {
        var shop = shopWith(email("mail"));

        shop.event("20:59:59", "Add")
                .event("21:00", "Add")
                .event("+2d 07:59:59", "Add")
                .event("+3d 08:00", "Add");

        assertThat(shop.aYearLater().sent())
                .containsExactly("20:59:59 mail", "+1d 08:00 mail", "+2d 08:00 mail", "+3d 08:00 mail");
    }

    @Test
    void they_are_those_of_a_channel() {
        var shop = shopWith(sms("text"), slack("note"), email("mail")).event("22:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("22:00 text", "22:00 note", "+1d 08:00 mail");
    }

    @Test
    void it_is_night_where_the_customer_is() {
        var shop = shopWith(email("mail")).identify("00:01", Map.of("timezone", "Asia/Kolkata"));

        shop.event("14:00", "Add").event("16:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("14:00 mail", "+1d 02:30 mail");
    }

    @Test
    void who_travels_in_the_night_gets_the_message_in_the_morning_of_the_new_place() {
        var intoTheNight = shopWith(email("mail"))
                .event("22:00", "Add")
                .identify("+1d 02:00", Map.of("timezone", "America/New_York"));
        var intoTheDay =
                shopWith(email("mail")).event("22:00", "Add").identify("23:00", Map.of("timezone", "Asia/Tokyo"));

        assertThat(intoTheNight.aYearLater().sent()).containsExactly("+1d 13:00 mail");
        assertThat(intoTheDay.aYearLater().sent()).containsExactly("23:00 mail");
    }

    @Test
    void a_night_on_which_the_clock_changes_ends_when_it_is_morning() {
        var shop = shopWith(email("mail")).identify("00:01", Map.of("timezone", "Europe/Madrid"));

        shop.event("+27d 22:00", "Add").event("+237d 22:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+28d 06:00 mail", "+238d 07:00 mail");
    }

    @Test
    void at_the_release_consent_is_asked_for_again() {
        var shop =
                shopWith(email("mail")).event("22:00", "Add").event("23:00", "Unsubscribed", Map.of("group", "offers"));

        assertThat(shop.aYearLater().sent()).isEmpty();
        assertThat(shop.log(FactType.MESSAGE_SKIPPED))
                .containsExactly("+1d 08:00 message_skipped mail email no_consent");
    }

    @Test
    void a_message_that_will_be_too_late_is_skipped_at_once() {
        var shop = shopWith(emailExpiring("brief", HOUR), emailExpiring("lasting", HOUR.multipliedBy(11)))
                .event("22:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 lasting");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).containsExactly("22:00 message_skipped brief email expired");
        assertThat(shop.messages().get(0).expires()).isEqualTo(Shop.time("+1d 09:00"));
    }

    @Test
    void who_leaves_in_the_night_gets_nothing_in_the_morning() {
        var shop = Shop.sendingBy(QUIET, onAdd(email("mail")).exitOn("Order"))
                .event("22:00", "Add")
                .event("23:00", "Order");

        assertThat(shop.aYearLater().sent()).isEmpty();
        assertThat(shop.log(FactType.EXITED)).containsExactly("23:00 exited mail Order");
    }

    @Test
    void a_pause_that_ends_in_the_night_lets_nothing_out_before_the_morning() {
        var mail = onAdd(delay("d", HOUR), email("mail"));
        var shop = Shop.sendingBy(QUIET, mail)
                .event("10:00", "Add")
                .publish("10:30", List.of(mail.state(JourneyState.PAUSED)), List.of())
                .publish("23:00", List.of(mail.state(JourneyState.LIVE)), List.of());

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 mail");
    }

    @Test
    void an_edit_in_the_night_is_what_goes_out_in_the_morning() {
        var old = onAdd(email("mail"), email("old")).version("1");
        var now = onAdd(email("mail"), email("new")).version("2").migrate();
        var shop = Shop.sendingBy(QUIET, old).event("22:00", "Add").publish("23:00", List.of(now), List.of(old));

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 mail", "+1d 08:00 new");
    }
}

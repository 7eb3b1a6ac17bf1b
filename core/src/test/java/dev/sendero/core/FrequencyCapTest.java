package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delayUntil;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.slack;
import static dev.sendero.core.Words.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.FrequencyCap;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.rules.project.SendingRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FrequencyCapTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneChoice.CUSTOMER);

    private static SendingRules capped(FrequencyCap... caps) {
        return new SendingRules(Map.of(), List.of(caps));
    }

    private static FrequencyCap cap(int atMost, Duration per) {
        return new FrequencyCap(atMost, per, Set.of(), Set.of());
    }

    private static JourneyBuilder on(String trigger, String id, int priority, Step... steps) {
        return journey(id).priority(priority).triggeredBy(event(trigger)).steps(steps);
    }

    @Test
    void over_the_cap_a_message_is_skipped_with_a_reason_and_the_run_goes_on() {
        var shop = Shop.sendingBy(
                        capped(cap(1, DAY)), on("Add", "j", 50, email("first"), email("second"), slack("note")))
                .event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 first", "10:00 note");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED))
                .containsExactly("10:00 message_skipped second email frequency_cap");
        assertThat(shop.log(FactType.COMPLETED)).hasSize(1);
    }

    @Test
    void a_cap_slides_and_a_message_counts_until_it_is_as_old_as_that() {
        var shop = Shop.sendingBy(capped(cap(2, DAY)), on("Add", "j", 50, email("mail")));

        shop.event("10:00", "Add").event("18:00", "Add").event("20:00", "Add");
        shop.event("+1d 09:59:59", "Add").event("+1d 10:00", "Add").event("+1d 17:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 mail", "18:00 mail", "+1d 10:00 mail");
    }

    @Test
    void what_is_skipped_does_not_count() {
        var shop = Shop.sendingBy(capped(cap(1, DAY)), on("Add", "j", 50, email("mail")));

        shop.event("10:00", "Add").event("20:00", "Add").event("+1d 11:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 mail", "+1d 11:00 mail");
    }

    @Test
    void all_journeys_count_and_within_one_instant_priority_decides() {
        var shop = Shop.sendingBy(
                        capped(cap(1, DAY)),
                        on("Add", "a-minor", 10, email("minor")),
                        on("Add", "b-major", 90, email("major")))
                .event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 major");
    }

    @Test
    void priority_decides_too_where_time_alone_brings_the_messages() {
        var shop = Shop.sendingBy(
                        new SendingRules(Map.of(Channel.EMAIL, NIGHT), List.of(cap(2, DAY))),
                        on("Add", "minor", 10, email("minor")),
                        on("View", "major", 90, email("major")),
                        on("Add", "middle", 50, delayUntil("d", "08:00"), email("middle")))
                .event("22:00", "Add")
                .event("23:00", "View");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 major", "+1d 08:00 middle");
    }

    @Test
    void a_message_counts_from_its_release_and_not_from_when_a_run_came_to_it() {
        var shop = Shop.sendingBy(
                        new SendingRules(Map.of(Channel.EMAIL, NIGHT), List.of(cap(1, Duration.ofHours(12)))),
                        on("Add", "j", 50, email("mail")))
                .event("22:00", "Add")
                .event("+1d 15:00", "Add")
                .event("+1d 20:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 08:00 mail", "+1d 20:00 mail");
    }

    @Test
    void transactional_messages_and_actions_are_neither_held_back_nor_counted() {
        var shop = Shop.sendingBy(
                        capped(cap(1, DAY)),
                        on("Add", "j", 50, email("receipt", Step.TRANSACTIONAL), slack("note"), email("offer")),
                        on("Order", "k", 50, email("bill", Step.TRANSACTIONAL)))
                .event("10:00", "Add")
                .event("11:00", "Order");

        assertThat(shop.sent()).containsExactly("10:00 receipt", "10:00 note", "10:00 offer", "11:00 bill");
    }

    @Test
    void a_cap_may_be_about_some_channels_or_groups() {
        var shop = Shop.sendingBy(
                        capped(
                                new FrequencyCap(1, DAY, Set.of(Channel.SMS), Set.of()),
                                new FrequencyCap(2, DAY, Set.of(), Set.of("offers"))),
                        on("Add", "j", 50, email("mail"), sms("text")))
                .event("10:00", "Add")
                .event("11:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 mail", "10:00 text");
    }

    @Test
    void what_has_been_sent_is_known_after_a_restart() throws IOException {
        var shop = Shop.sendingBy(capped(cap(1, DAY)), on("Add", "j", 50, email("mail")))
                .event("10:00", "Add");

        var bytes = new ByteArrayOutputStream();
        shop.state().writeTo(new DataOutputStream(bytes));
        shop.restore(CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                .belongsTo(Shop.ADA));
        shop.event("11:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 mail");
    }
}

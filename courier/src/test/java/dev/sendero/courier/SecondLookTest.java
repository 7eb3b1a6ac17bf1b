package dev.sendero.courier;

import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.EventId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages are decided at ten in the morning; e-mails are not sent from 21:00 to 08:00 where the customer is. */
class SecondLookTest {

    private static final SendingHours NIGHTS = new SendingHours(
            Map.of(
                    Channel.EMAIL,
                    new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneChoice.CUSTOMER),
                    Channel.SLACK,
                    new QuietHours(LocalTime.of(0, 0), LocalTime.of(23, 59), ZoneChoice.CUSTOMER)),
            ZoneOffset.UTC);
    private static final Instant TEN_AT_NIGHT = TEN.plus(Duration.ofHours(12));
    private static final Instant NEXT_MORNING = TEN.plus(Duration.ofHours(22));

    @Test
    void by_day_nothing_speaks_against_a_message() {
        assertThat(objection(email(), TEN)).isEmpty();
    }

    @Test
    void what_was_held_up_until_the_night_waits_for_the_morning() {
        assertThat(objection(email(), TEN_AT_NIGHT)).contains(new Result.Postponed("quiet hours", NEXT_MORNING));
    }

    @Test
    void it_is_night_where_the_customer_is() {
        Message toTokyo = livingIn("Asia/Tokyo");

        assertThat(objection(toTokyo, TEN.plus(Duration.ofHours(2))))
                .contains(new Result.Postponed("quiet hours", Instant.parse("2026-03-01T23:00:00Z")));
        assertThat(objection(toTokyo, Instant.parse("2026-03-01T23:00:00Z"))).isEmpty();
    }

    @Test
    void a_zone_that_nobody_knows_is_that_of_the_project() {
        var inNewYork = new SendingHours(NIGHTS.quietHours(), ZoneId.of("America/New_York"));

        assertThat(inNewYork.next(livingIn("Atlantis/Centre"), TEN_AT_NIGHT)).isEqualTo(TEN_AT_NIGHT);
    }

    @Test
    void a_message_that_would_be_too_late_in_the_morning_is_not_sent_at_all() {
        Message brief = message(Channel.EMAIL, "offers", Map.of(), NEXT_MORNING);

        assertThat(objection(brief, TEN_AT_NIGHT)).containsInstanceOf(Result.Expired.class);
    }

    @Test
    void a_transactional_message_waits_for_the_morning_too_and_needs_no_consent() {
        Message receipt = message(Channel.EMAIL, Step.TRANSACTIONAL, Map.of(), Instant.MAX);

        assertThat(objection(receipt, TEN_AT_NIGHT)).containsInstanceOf(Result.Postponed.class);
        assertThat(objection(ScriptedConsents.everybodyWithdraws(), receipt, TEN))
                .isEmpty();
    }

    @Test
    void who_has_withdrawn_consent_meanwhile_gets_nothing() {
        assertThat(objection(ScriptedConsents.everybodyWithdraws(), email(), TEN))
                .contains(new Result.Skipped("the customer has withdrawn consent since it was decided"));
    }

    @Test
    void who_has_been_erased_meanwhile_gets_nothing_and_nobody_hears_of_them() {
        var erasures = new ScriptedErasures();
        erasures.begin(new EventId("receipt"), email().customer(), TEN, TEN);
        var look = new SecondLook(ScriptedConsents.nobodyWithdraws(), erasures, () -> NIGHTS);
        Message note = message(Channel.SLACK, "", Map.of(), Instant.MAX);

        assertThat(look.objection(email(), TEN))
                .contains(new Result.Skipped("the customer has been erased since it was decided"));
        assertThat(look.objection(note, TEN)).containsInstanceOf(Result.Skipped.class);
    }

    @Test
    void an_action_on_another_system_knows_neither_night_nor_consent() {
        Message note = message(Channel.SLACK, "", Map.of(), Instant.MAX);

        assertThat(objection(ScriptedConsents.everybodyWithdraws(), note, TEN)).isEmpty();
    }

    @Test
    void a_store_that_does_not_answer_is_no_permission() {
        assertThatThrownBy(() -> objection(ScriptedConsents.unavailable(), email(), TEN))
                .hasMessage("away");
    }

    private static Optional<Result> objection(Message message, Instant now) {
        return objection(ScriptedConsents.nobodyWithdraws(), message, now);
    }

    private static Optional<Result> objection(ConsentLog consents, Message message, Instant now) {
        return new SecondLook(consents, new ScriptedErasures(), () -> NIGHTS).objection(message, now);
    }

    private static Message email() {
        return message(Channel.EMAIL, "offers", Map.of(), Instant.MAX);
    }

    private static Message livingIn(String zone) {
        return message(
                Channel.EMAIL, "offers", Map.of("profile", Map.of("traits", Map.of("timezone", zone))), Instant.MAX);
    }

    private static Message message(Channel channel, String group, Map<String, Object> variables, Instant expires) {
        Message plain = Post.message("m1", channel, "ada@example.com", REMINDER, expires);
        return new Message(
                plain.id(),
                plain.journey(),
                plain.version(),
                plain.run(),
                plain.step(),
                channel,
                plain.customer(),
                plain.at(),
                plain.to(),
                group,
                plain.content(),
                variables,
                expires);
    }
}

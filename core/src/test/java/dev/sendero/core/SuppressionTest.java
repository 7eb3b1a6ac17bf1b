package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.emailTo;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuppressionTest {

    private static Shop shopWith(Step... steps) {
        return Shop.with(
                journey("j").triggeredBy(event("Add")).runs(RunLimit.UNBOUNDED).steps(steps));
    }

    @Test
    void nothing_is_sent_to_an_address_that_has_bounced_not_even_what_is_transactional() {
        var shop = shopWith(email("offer"), email("receipt", Step.TRANSACTIONAL), sms("text"));

        shop.event("09:00", "Email Bounced").event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 text");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED))
                .containsExactly(
                        "10:00 message_skipped offer email suppressed",
                        "10:00 message_skipped receipt email suppressed");
    }

    @Test
    void whoever_calls_a_message_spam_gets_no_other() {
        var shop = shopWith(email("offer")).event("09:00", "Email Marked as Spam");

        assertThat(shop.event("10:00", "Add").sent()).isEmpty();
    }

    @Test
    void a_soft_bounce_is_none() {
        var shop = shopWith(email("offer")).event("09:00", "Email Bounced", Map.of("bounce_type", "soft"));

        assertThat(shop.event("10:00", "Add").sent()).containsExactly("10:00 offer");
    }

    @Test
    void another_address_is_not_suppressed() {
        var shop = shopWith(email("offer")).event("09:00", "Email Bounced");

        shop.identify("09:30", Map.of("email", "ADA@example.com")).event("10:00", "Add");
        assertThat(shop.sent()).isEmpty();

        shop.identify("10:30", Map.of("email", "ada@elsewhere.example")).event("11:00", "Add");
        assertThat(shop.sent()).containsExactly("11:00 offer");
    }

    @Test
    void a_bounce_of_an_address_that_the_customer_has_left_is_none() {
        var shop = shopWith(email("offer")).event("08:00", "Add");
        var message = shop.messages().get(0);

        shop.identify("08:30", Map.of("email", "ada@elsewhere.example"));
        shop.apply(ReceiptEvents.bounced(message, "ada@example.com", Shop.time("09:00")));

        assertThat(shop.event("10:00", "Add").sent()).containsExactly("08:00 offer", "10:00 offer");
    }

    @Test
    void a_bounce_that_names_the_address_in_other_letters_counts() {
        var shop = shopWith(email("offer")).event("08:00", "Add");

        shop.apply(ReceiptEvents.bounced(shop.messages().get(0), " Ada@Example.com", Shop.time("09:00")));

        assertThat(shop.event("10:00", "Add").sent()).containsExactly("08:00 offer");
    }

    @Test
    void a_message_that_names_its_recipient_is_judged_by_who_sends_it() {
        var shop = shopWith(emailTo("mail", "desk@example.com")).event("09:00", "Email Bounced");

        assertThat(shop.event("10:00", "Add").sent()).containsExactly("10:00 mail");
    }

    @Test
    void suppression_survives_a_restart() throws IOException {
        var shop = shopWith(email("offer")).event("09:00", "Email Bounced");

        var bytes = new ByteArrayOutputStream();
        shop.state().writeTo(new DataOutputStream(bytes));
        var input = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        var restored = CustomerState.readFrom(input).belongsTo(Shop.ADA);

        assertThat(restored).isEqualTo(shop.state());
        shop.restore(restored);
        assertThat(shop.event("10:00", "Add").sent()).isEmpty();
    }
}

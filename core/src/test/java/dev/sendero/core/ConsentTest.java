package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.emailTo;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsentTest {

    private static Shop shopWith(Step... steps) {
        return Shop.with(journey("j").triggeredBy(event("Add")).steps(steps));
    }

    @Test
    void a_customer_who_has_said_nothing_goes_by_the_default_of_the_group() {
        var shop = shopWith(email("offer", "offers"), email("letter", "news")).event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 offer");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).containsExactly("10:00 message_skipped letter email no_consent");
    }

    @Test
    void a_group_that_the_project_does_not_have_has_no_consent() {
        assertThat(shopWith(email("mail", "gossip")).event("10:00", "Add").sent())
                .isEmpty();
    }

    @Test
    void consent_names_the_channels_and_so_those_that_are_refused() {
        var shop = shopWith(email("mail"), sms("text"));

        shop.identify("09:00", Map.of("consent", Map.of("offers", List.of("email"))))
                .event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 mail");
    }

    @Test
    void consent_is_no_trait() {
        var shop = shopWith().identify("09:00", Map.of("consent", Map.of("offers", List.of("email"))));

        assertThat(shop.state().content().profile().traits()).doesNotContainKey("consent");
    }

    @Test
    void unsubscribing_from_a_channel_leaves_the_others() {
        var shop = shopWith(email("mail"), sms("text"));

        shop.event("09:00", "Unsubscribed", Map.of("group", "offers", "channel", "email"))
                .event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 text");
    }

    @Test
    void unsubscribing_without_a_channel_means_all_channels() {
        var shop = shopWith(email("mail"), sms("text"));

        shop.event("09:00", "Unsubscribed", Map.of("group", "offers")).event("10:00", "Add");

        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void unsubscribing_without_a_group_means_all_groups() {
        var shop = shopWith(email("mail"), email("letter", "news"));

        shop.event("08:00", "Subscribed", Map.of("group", "news"))
                .event("09:00", "Unsubscribed")
                .event("10:00", "Add");

        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void subscribing_gives_consent() {
        var shop = shopWith(email("letter", "news"));

        shop.event("09:00", "Subscribed", Map.of("group", "news", "channel", "email"))
                .event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 letter");
    }

    @Test
    void what_is_transactional_needs_no_consent() {
        var shop = shopWith(email("receipt", Step.TRANSACTIONAL));

        shop.event("09:00", "Unsubscribed").event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 receipt");
    }

    @Test
    void without_an_address_nothing_is_sent_and_the_run_goes_on() {
        var shop = shopWith(email("mail"), sms("text")).identify("09:00", Map.of("email", " "));

        shop.event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 text");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).containsExactly("10:00 message_skipped mail email no_address");
    }

    @Test
    void a_message_that_names_its_recipient_needs_no_address_of_the_profile() {
        var shop = shopWith(emailTo("mail", "desk@example.com")).identify("09:00", Map.of("email", ""));

        shop.event("10:00", "Add");

        assertThat(shop.messages()).singleElement().satisfies(message -> assertThat(message.to())
                .isEmpty());
    }

    @Test
    void an_older_opt_out_that_comes_late_counts_and_an_older_opt_in_does_not() {
        var shop = shopWith(email("offer"), email("letter", "news"));

        shop.event("09:00", "Unsubscribed", Map.of("group", "news"))
                .event("08:00", "Subscribed", Map.of("group", "news"))
                .event("08:00", "Unsubscribed", Map.of("group", "offers"))
                .event("10:00", "Add");

        assertThat(shop.sent()).isEmpty();
    }
}

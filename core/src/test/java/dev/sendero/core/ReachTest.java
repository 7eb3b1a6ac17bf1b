package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.exit;
import static dev.sendero.core.Words.firstReachable;
import static dev.sendero.core.Words.push;
import static dev.sendero.core.Words.sms;
import static dev.sendero.core.Words.untilClicked;
import static dev.sendero.core.Words.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReachTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Shop shopWith(Step... steps) {
        return Shop.with(journey("j").triggeredBy(event("Add")).steps(steps));
    }

    private static List<Channel> channels(Shop shop) {
        return shop.messages().stream().map(Message::channel).toList();
    }

    @Test
    void the_first_message_that_may_reach_the_customer_is_the_only_one() {
        var shop = shopWith(firstReachable("nudge", sms("text"), email("mail")), email("after"));

        shop.event("10:00", "Add");

        assertThat(channels(shop)).containsExactly(Channel.SMS, Channel.EMAIL);
        assertThat(shop.sent()).containsExactly("10:00 nudge", "10:00 after");
    }

    @Test
    void consent_address_and_suppression_decide_which_message_reaches_the_customer() {
        var shop = shopWith(firstReachable("nudge", push("device"), sms("text"), email("mail")));
        shop.event("09:00", "Unsubscribed", Map.of("group", "offers", "channel", "sms"));

        shop.event("10:00", "Add");

        assertThat(channels(shop)).containsExactly(Channel.EMAIL);
        assertThat(shop.log(FactType.STEP)).containsExactly("10:00 step nudge push no_address, sms no_consent");
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).isEmpty();
    }

    @Test
    void a_customer_whom_none_reaches_is_skipped_once_and_the_run_goes_on() {
        var shop = shopWith(firstReachable("nudge", sms("text"), email("mail")), exit("x", "done"));
        shop.event("09:00", "Unsubscribed").event("10:00", "Add");

        assertThat(shop.sent()).isEmpty();
        assertThat(shop.log(FactType.MESSAGE_SKIPPED)).containsExactly("10:00 message_skipped nudge email unreachable");
        assertThat(shop.log(FactType.EXITED)).containsExactly("10:00 exited done");
    }

    @Test
    void a_click_in_whichever_message_was_sent_is_a_click_in_the_step() {
        var shop = shopWith(
                firstReachable("nudge", sms("text"), email("mail")),
                waitUntil("w", HOUR, List.of(), untilClicked("nudge", exit("x", "came back"))));

        shop.event("10:00", "Add").receipt("10:10", ReceiptEvents.Kind.CLICKED);

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:10 exited came back");
    }

    @Test
    void a_notification_goes_to_the_token_of_the_device() {
        var shop = shopWith(push("note")).identify("09:00", Map.of("push_token", "token-1"));
        shop.event("09:10", "Subscribed", Map.of("group", "offers", "channel", "push"));

        shop.event("10:00", "Add");

        assertThat(shop.messages()).singleElement().satisfies(message -> assertThat(message.to())
                .isEqualTo("token-1"));
    }
}

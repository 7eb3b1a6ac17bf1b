package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.rules.project.SubscriptionGroup;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.Planned;
import dev.sendero.store.ledger.Resolution;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.ledger.SqlLedger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What providers say on their own account. */
class CallbacksTest {

    private static final Map<String, SubscriptionGroup> GROUPS = Map.of(
            "offers", new SubscriptionGroup("offers", "Offers", Set.of(Channel.SMS), true),
            "news", new SubscriptionGroup("news", "News", Set.of(Channel.SMS), false));

    private static final int PARTITION = 7;

    private static RunningGateway gateway;
    private Message message;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        gateway.board.show("Casa Clara", ZoneOffset.UTC, "EUR", new TreeMap<>(GROUPS), new TreeMap<>(), List.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void send(TestInfo test) {
        message = TestMessages.of(test.getDisplayName());
        gateway.store.ledger.plan(List.of(new Planned(message, PARTITION)), List.of(), RunningGateway.NOW);
    }

    @Test
    void a_receipt_is_told_as_an_event_of_the_messages_customer() {
        assertThat(say("delivered " + message.id().value())).isEqualTo(200);

        assertThat(events()).extracting(Event::name).containsExactly("Email Delivered");
    }

    @Test
    void a_dead_address_is_suppressed_and_journeys_know_by_its_hash() {
        say("bounced " + message.id().value());

        assertThat(gateway.store.suppressions.find(Channel.EMAIL, message.to())).isPresent();
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.properties()).containsKey("address_hash");
            assertThat(event.properties().values()).doesNotContain(message.to());
        });
    }

    @Test
    void a_soft_bounce_leaves_the_address_alone() {
        say("full " + message.id().value());

        assertThat(gateway.store.suppressions.find(Channel.EMAIL, message.to())).isEmpty();
        assertThat(events()).singleElement().satisfies(event -> assertThat(event.properties())
                .containsEntry("bounce_type", "soft"));
    }

    @Test
    void who_answers_stop_gets_no_more_and_journeys_know() {
        Message sms = TestMessages.sms(message);
        gateway.store.ledger.plan(List.of(new Planned(sms, 0)), List.of(), RunningGateway.NOW);

        say("stop " + sms.to());

        assertThat(gateway.store.suppressions.find(Channel.SMS, sms.to())).isPresent();
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Unsubscribed");
            assertThat(event.properties()).isEqualTo(Map.of("channel", "sms"));
        });

        say("start " + sms.to());

        assertThat(gateway.store.suppressions.find(Channel.SMS, sms.to())).isEmpty();
        assertThat(events().get(1).name()).isEqualTo("Subscribed");
        assertThat(events().get(1).properties()).isEqualTo(Map.of("channel", "sms", "group", "offers"));
    }

    @Test
    void what_did_not_arrive_is_sent_again_and_told_only_when_that_is_given_up() {
        var hour = Duration.ofHours(1);
        sendBy("SM1", RunningGateway.NOW);

        say("off " + message.id().value() + " SM1");
        say("off " + message.id().value() + " SM1");

        assertThat(entry().state()).isEqualTo(MessageState.WAITING);
        assertThat(entry().dueAt()).isEqualTo(RunningGateway.NOW.plus(hour));
        assertThat(events()).isEmpty();

        for (int attempt = 2; attempt <= 5; attempt++) {
            sendBy("SM" + attempt, RunningGateway.NOW.plus(hour.multipliedBy(10)));
            say("off " + message.id().value() + " SM" + attempt);
        }
        assertThat(entry().state()).isEqualTo(MessageState.SENT);
        assertThat(events()).extracting(Event::name).containsExactly("Email Failed");
    }

    private void sendBy(String providerId, Instant now) {
        SqlLedger ledger = gateway.store.ledger;
        Claimant claimant = ledger.enlist(message.id().value(), now);
        Claim claim =
                ledger.claim(claimant, message.channel(), List.of(PARTITION), 1_000, now, now.plusSeconds(60)).stream()
                        .filter(due -> due.message().id().equals(message.id()))
                        .findFirst()
                        .orElseThrow();
        ledger.record(claimant, List.of(new Resolution(claim, new Result.Sent(providerId))), now);
    }

    private LedgerEntry entry() {
        return gateway.store.ledger.find(message.id()).orElseThrow();
    }

    @Test
    void what_the_provider_has_not_signed_counts_for_nothing() {
        int status = gateway.post(
                        "/v1/callbacks/scripted", ("bounced " + message.id().value()).getBytes(StandardCharsets.UTF_8))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(events()).isEmpty();
    }

    @Test
    void a_provider_that_no_channel_has_is_not_found() {
        assertThat(gateway.post("/v1/callbacks/nobody", new byte[0]).status()).isEqualTo(404);
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        assertThat(gateway.post("/v1/callbacks/scripted", new byte[(1 << 20) + 1])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_receipt_of_an_unknown_message_is_taken_and_told_to_nobody() {
        assertThat(say("delivered nobody-knows-this")).isEqualTo(200);

        assertThat(events()).isEmpty();
    }

    private static int say(String words) {
        return gateway.post(
                        "/v1/callbacks/scripted?a=1",
                        words.getBytes(StandardCharsets.UTF_8),
                        ScriptedCallbacks.SIGNATURE,
                        RunningGateway.PUBLIC + "/v1/callbacks/scripted?a=1")
                .status();
    }

    private List<Event> events() {
        return gateway.events.events().stream()
                .filter(event -> event.customer().equals(message.customer()))
                .toList();
    }
}

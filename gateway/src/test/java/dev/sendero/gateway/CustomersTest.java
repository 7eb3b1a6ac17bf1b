package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.CustomerId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.mailbox.MailboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static final Instant NOW = RunningGateway.NOW;

    private RunningGateway running;

    @BeforeEach
    void start() {
        running = new RunningGateway();
        running.board.show("Casa Clara", ZoneId.of("Europe/Madrid"), "EUR", Map.of(), ShopJourneys.all(), List.of());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void what_was_decided_about_one_customer_is_told_oldest_first() {
        running.journal.record(
                new ShopFacts(ShopJourneys.WELCOME, NOW).enters("grace").list());
        running.journal.record(new ShopFacts(ShopJourneys.WELCOME, NOW)
                .enters("ada")
                .at(NOW.plusSeconds(1))
                .skips("hello", "no_consent")
                .list());

        JsonNode answer = customer("ada");

        assertThat(answer.get("timezone").asText()).isEqualTo("Europe/Madrid");
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.get("journeys")).hasSize(3);
        assertThat(answer.get("decisions"))
                .extracting(decision -> decision.get("fact").get("type").asText())
                .containsExactly("entered", "step", "message_skipped");
        assertThat(answer.get("decisions"))
                .filteredOn(
                        decision -> decision.get("fact").get("type").asText().equals("message_skipped"))
                .allSatisfy(skipped -> {
                    assertThat(skipped.get("kind").asText()).isEqualTo("EMAIL");
                    assertThat(skipped.get("group").asText()).isEqualTo("offers");
                });
    }

    @Test
    void a_message_is_told_with_what_it_said_and_what_became_of_it() {
        running.journal.record(new ShopFacts(ShopJourneys.WELCOME, NOW)
                .enters("ada")
                .sends("hello")
                .list());
        running.mailbox.put(new MailboxEntry(
                0,
                new MessageId("m1"),
                ShopJourneys.WELCOME,
                new RunId("ada"),
                new StepId("hello"),
                new CustomerId("ada"),
                "offers",
                NOW,
                new Rendered.Email("ada@example.com", "shop@example.com", "Welcome, Ada", "", "Hi", "<p>Hi</p>")));
        running.deliveries.add(entry("m1", MessageState.SENT));

        JsonNode answer = customer("ada");

        assertThat(answer.get("decisions"))
                .filteredOn(
                        decision -> decision.get("fact").get("type").asText().equals("message_requested"))
                .allSatisfy(sent -> {
                    assertThat(sent.get("to").asText()).isEqualTo("ada@example.com");
                    assertThat(sent.get("said").asText()).isEqualTo("Welcome, Ada");
                })
                .hasSize(1);
        assertThat(answer.get("deliveries").get(0).get("state").asText()).isEqualTo("sent");
    }

    @Test
    void a_run_on_its_way_is_told_with_where_it_rests_and_until_when() {
        running.journal.record(new ShopFacts(ShopJourneys.ABANDONED_CART, NOW)
                .enters("ada")
                .sends("reminder")
                .reaches("came-back")
                .list());
        running.journal.record(new ShopFacts(ShopJourneys.WELCOME, NOW)
                .enters("grace")
                .sends("hello")
                .reaches("2")
                .list());

        JsonNode ada = customer("ada").get("inside").get(0);
        JsonNode grace = customer("grace").get("inside").get(0);

        assertThat(ada.get("step").asText()).isEqualTo("came-back");
        assertThat(ada.get("arms").get(0).asText()).isEqualTo("clicked reminder");
        assertThat(Instant.parse(ada.get("until").asText())).isEqualTo(NOW.plus(Duration.ofHours(20)));
        assertThat(grace.get("step").asText()).isEqualTo("2");
        assertThat(Instant.parse(grace.get("until").asText())).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void of_somebody_about_whom_nothing_was_decided_there_is_nothing() {
        assertThat(customer("nobody").get("decisions")).isEmpty();
        assertThat(running.get("/api/customer").status()).isEqualTo(400);
    }

    private JsonNode customer(String id) {
        return running.get("/api/customer?id=" + id).json();
    }

    private static LedgerEntry entry(String id, MessageState state) {
        var message = new Message(
                new MessageId(id),
                ShopJourneys.WELCOME,
                "5f3a09c1",
                new RunId("ada"),
                new StepId("hello"),
                Channel.EMAIL,
                new CustomerId("ada"),
                NOW,
                "ada@example.com",
                "offers",
                new ContentId("c"),
                Map.of(),
                Instant.MAX);
        return new LedgerEntry(1, message, 0, state, NOW, new Claimant("local", 1), 1, "p1", "", NOW, NOW);
    }
}

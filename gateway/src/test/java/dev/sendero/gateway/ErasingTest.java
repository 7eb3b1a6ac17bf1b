package dev.sendero.gateway;

import static dev.sendero.gateway.RunningGateway.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.gateway.callback.MessageReceipts;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.Planned;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** One request clears all that is known of a customer. */
class ErasingTest {

    private final RunningGateway running = new RunningGateway();
    private Message message;

    @BeforeEach
    void plan(TestInfo test) {
        message = TestMessages.of(test.getDisplayName());
        running.store.ledger.plan(List.of(new Planned(message, 7)), List.of(), NOW);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private RunningGateway.Answer delete(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(running.address() + path)).DELETE();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return running.send(request.build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void the_store_is_cleared_at_once_and_the_engine_is_told_by_an_event() {
        var answer = delete("/v1/profiles/" + encoded(message.customer().value()));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(running.store.ledger.find(message.id()).orElseThrow().state())
                .isEqualTo(MessageState.CANCELLED);
        assertThat(running.events.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.ERASE);
            assertThat(event.customer()).isEqualTo(message.customer());
            assertThat(event.timestamp()).isEqualTo(NOW.plusMillis(1));
            assertThat(event.id().value())
                    .isEqualTo(answer.json().get("receipt").asText());
        });
    }

    @Test
    void an_id_may_hold_any_character() {
        var answer = delete("/v1/profiles?id=" + encoded("a/b?c=d&e %_ä"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(running.events.events())
                .extracting(Event::customer)
                .containsExactly(new CustomerId("a/b?c=d&e %_ä"));
    }

    @Test
    void a_receipt_says_how_far_it_is_and_not_of_whom() {
        var answer = delete("/v1/profiles/" + encoded(message.customer().value()));
        String receipt = answer.json().get("receipt").asText();

        var before = running.get(answer.header("Location"));
        assertThat(before.json().get("done").asBoolean()).isFalse();
        assertThat(before.json().get("cleared").get("stoppedMessages").asInt()).isEqualTo(1);
        assertThat(before.body()).doesNotContain(message.customer().value());
        running.store.erasures.complete(
                new Erasure(message.customer(), NOW.plusSeconds(2), new EventId(receipt), Erasure.Why.ASKED), NOW);

        assertThat(running.get(answer.header("Location")).json().get("done").asBoolean())
                .isTrue();
        assertThat(running.get("/v1/erasures/another").status()).isEqualTo(404);
    }

    @Test
    void without_an_id_nobody_is_erased() {
        assertThat(delete("/v1/profiles").status()).isEqualTo(400);
        assertThat(delete("/v1/profiles?id=%20").status()).isEqualTo(400);
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void while_events_cannot_be_stored_nothing_goes_out_and_the_request_is_to_be_sent_again() {
        running.events.goAway();

        var answer = delete("/v1/profiles/" + encoded(message.customer().value()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(running.store.ledger.find(message.id()).orElseThrow().state())
                .isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void a_browser_does_not_send_it_for_a_page_of_another_site() {
        var asked = running.send(HttpRequest.newBuilder(URI.create(running.address() + "/v1/profiles/ada"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "DELETE")
                .build());

        assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("POST");
    }

    @Test
    void what_a_device_sends_late_is_taken_and_left_out() {
        delete("/v1/profiles/" + encoded(message.customer().value()));
        running.events.startAnew();

        var answer = running.post("/v1/batch", """
                {"batch": [
                    {"type": "track", "event": "Before", "userId": "%1$s", "timestamp": "2026-03-02T08:59:00Z"},
                    {"type": "track", "event": "On Device", "userId": "new", "anonymousId": "%1$s",
                        "timestamp": "2026-03-02T08:59:00Z"},
                    {"type": "track", "event": "After", "userId": "%1$s", "timestamp": "2026-03-02T09:01:00Z"},
                    {"type": "track", "event": "Of Another", "userId": "bob", "timestamp": "2026-03-02T08:59:00Z"}
                ]}
                """.formatted(message.customer().value()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(running.events.events()).extracting(Event::name).containsExactly("After", "Of Another");
    }

    @Test
    void of_messages_of_somebody_who_has_been_erased_journeys_are_told_nothing() throws Exception {
        delete("/v1/profiles/" + encoded(message.customer().value()));
        running.events.startAnew();
        var clock = InstantSource.fixed(NOW);
        var receipts = new MessageReceipts(running.store.ledger, new AcceptedEvents(running.events, clock), clock);

        receipts.tell(message.id(), ReceiptEvents.Kind.OPENED, Map.of());

        assertThat(running.events.events()).isEmpty();
    }
}

package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.link.Link;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.rules.project.SubscriptionGroup;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.ledger.Planned;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What customers find behind the links of their messages. */
class CustomerLinksTest {

    private static final Map<String, SubscriptionGroup> GROUPS = Map.of(
            "offers",
                    new SubscriptionGroup(
                            "offers", "Offers <of the week>", EnumSet.of(Channel.EMAIL, Channel.SMS), true),
            "news", new SubscriptionGroup("news", "", Set.of(Channel.EMAIL), false));

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
        gateway.store.ledger.plan(List.of(new Planned(message, 0)), List.of(), RunningGateway.NOW);
    }

    @Test
    void looking_at_the_unsubscribe_link_changes_nothing_and_shows_a_button() {
        var page = gateway.get(path(unsubscribe()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<form method=\"post\">").contains("Unsubscribe");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(words()).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void one_post_of_a_mail_program_ends_the_subscription() {
        var answer = post(unsubscribe(), "List-Unsubscribe=One-Click");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(words())
                .containsExactly(new ConsentChange(
                        message.customer(),
                        Channel.EMAIL,
                        "offers",
                        false,
                        RunningGateway.NOW,
                        "one-click unsubscribe",
                        ""));
        assertThat(gateway.store.consents.isWithdrawn(message.customer(), Channel.EMAIL, "offers", Instant.EPOCH))
                .isTrue();
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Unsubscribed");
            assertThat(event.properties()).isEqualTo(Map.of("channel", "email", "group", "offers"));
        });
    }

    @Test
    void the_button_of_the_page_ends_it_too() {
        assertThat(post(unsubscribe(), "").body()).contains("You are unsubscribed");

        assertThat(words()).extracting(ConsentChange::source).containsExactly("unsubscribe page");
    }

    @Test
    void the_preference_page_shows_what_the_customer_agrees_to_and_takes_down_what_changes() {
        var preferences = new Link.Preferences(message.customer());

        assertThat(gateway.get(path(preferences)).body())
                .contains("Offers &lt;of the week&gt;")
                .contains("name=\"offers/email\" checked")
                .contains("name=\"offers/sms\" checked")
                .contains("name=\"news/email\">");

        assertThat(post(preferences, "offers%2Femail=on&news%2Femail=on").status())
                .isEqualTo(200);

        assertThat(events())
                .extracting(event -> event.name() + " " + new TreeMap<>(event.properties()))
                .containsExactlyInAnyOrder(
                        "Subscribed {channel=email, group=news}", "Unsubscribed {channel=sms, group=offers}");
        assertThat(gateway.get(path(preferences)).body())
                .contains("name=\"offers/sms\">")
                .contains("name=\"news/email\" checked");
    }

    @Test
    void a_click_leads_on_and_is_told_as_an_event() {
        var answer = withoutFollowing(path(new Link.Click(message.id(), "https://shop.example/cart?a=1")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("https://shop.example/cart?a=1");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Email Clicked");
            assertThat(event.properties())
                    .containsEntry("url", "https://shop.example/cart?a=1")
                    .containsEntry(ReceiptEvents.MESSAGE, message.id().value());
        });
    }

    @Test
    void an_opened_message_fetches_a_picture_and_is_told_as_an_event() {
        var answer = gateway.get(path(new Link.Open(message.id())));

        assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
        assertThat(events()).extracting(Event::name).containsExactly("Email Opened");
    }

    @Test
    void a_link_that_was_not_made_here_says_so_and_does_nothing() {
        String forged = path(unsubscribe()).replaceAll(".$", "!");

        assertThat(gateway.get(forged).status()).isEqualTo(404);
        assertThat(gateway.post(forged, new byte[0]).status()).isEqualTo(404);
        assertThat(words()).isEmpty();
    }

    @Test
    void customers_reach_links_under_the_public_name() {
        assertThat(TestMessages.statusWithHost(gateway.gateway.port(), path(unsubscribe()), "mail.shop.example"))
                .isEqualTo(200);
        assertThat(TestMessages.statusWithHost(gateway.gateway.port(), "/journeys", "mail.shop.example"))
                .isEqualTo(403);
    }

    @Test
    void consent_that_events_tell_is_recorded() {
        CustomerId customer = message.customer();
        gateway.post("/v1/identify", """
                {"messageId": "%1$s-1", "userId": "%1$s", "timestamp": "2026-03-02T08:00:00Z",
                 "traits": {"consent": {"offers": ["email"]}}}
                """.formatted(customer.value()));

        assertThat(words())
                .extracting(word -> word.channel() + " " + word.group() + " " + word.granted())
                .containsExactlyInAnyOrder("EMAIL offers true", "SMS offers false", "PUSH offers false");
    }

    private Link unsubscribe() {
        return new Link.Unsubscribe(message.id(), message.customer(), Channel.EMAIL, "offers");
    }

    private static String path(Link link) {
        return gateway.store.links.to(link).getPath();
    }

    private static RunningGateway.Answer post(Link link, String form) {
        return gateway.post(
                path(link), form.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
    }

    private List<ConsentChange> words() {
        return gateway.store.consents.of(message.customer(), 9);
    }

    private List<Event> events() {
        return gateway.events.events().stream()
                .filter(event -> event.customer().equals(message.customer()))
                .toList();
    }

    private static HttpResponse<String> withoutFollowing(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(gateway.address() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}

package dev.sendero.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.HttpConnectorContract;
import dev.sendero.connectors.ProviderBehaviour;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackConnectorTest extends HttpConnectorContract {

    private static final String TOKEN = "xoxb-token-of-the-bot";
    private static final double FAST = 10_000;

    @Override
    protected Connector connector(URI address) {
        return connector(SlackSettings.of(TOKEN, Map.of()).at(address));
    }

    private static Connector connector(SlackSettings settings) {
        return new SlackConnector(
                settings.withRate(FAST).withTimeouts(ANSWER_TIMEOUT.multipliedBy(3), ANSWER_TIMEOUT),
                InstantSource.fixed(DECIDED_AT),
                System::nanoTime);
    }

    @Override
    protected Answer answer(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case ACCEPTS -> taken();
            case IS_BUSY -> refused(429, "ratelimited");
            case REFUSES -> refused(200, "not_in_channel");
            case REFUSES_CREDENTIALS -> refused(200, "invalid_auth");
            case KNOWS_NO_SUCH_RECIPIENT -> refused(200, "channel_not_found");
            case HANGS_UP, IS_SILENT -> throw new IllegalArgumentException(behaviour + ": no answer");
        };
    }

    private static Answer taken() {
        return Answer.of(200, "{\"ok\": true, \"channel\": \"C1\", \"ts\": \"1503435956.000247\"}");
    }

    private static Answer refused(int status, String error) {
        return Answer.of(status, "{\"ok\": false, \"error\": \"" + error + "\"}");
    }

    @Override
    protected Rendered content() {
        return new Rendered.Slack("#vip-desk", "*Ada* &amp; her cart ☕");
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN, "Ada");
    }

    /** A channel that does not exist today may tomorrow. */
    @Override
    protected boolean addressesDie() {
        return false;
    }

    @Test
    void a_message_is_a_section_in_slacks_markup_with_the_text_for_notifications() throws IOException {
        ScriptedProvider slack = provider(request -> taken());

        Outcome outcome = connector(URI.create(slack.address() + "/api")).send(delivery("m1"));

        assertThat(outcome).isEqualTo(new Outcome.Accepted("1503435956.000247"));
        Request request = slack.requests().get(0);
        assertThat(request.method() + " " + request.target()).isEqualTo("POST /api/chat.postMessage");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + TOKEN);
        assertThat(request.form())
                .containsEntry("channel", "#vip-desk")
                .containsEntry("text", "*Ada* &amp; her cart ☕")
                .doesNotContainKey("token");
        assertThat(json(request.form().get("blocks"))).isEqualTo(json("""
                [{"type": "section", "text": {"type": "mrkdwn", "text": "*Ada* &amp; her cart ☕"}}]
                """));
    }

    @Test
    void a_channel_with_a_webhook_is_written_to_by_it() throws IOException {
        ScriptedProvider slack = provider(request -> new Answer(200, Map.of("Content-Type", "text/html"), "ok"));
        URI webhook = URI.create(slack.address() + "/services/T1/B1/secret");

        Outcome outcome =
                connector(SlackSettings.of("", Map.of("#vip-desk", webhook))).send(delivery("m1"));

        assertThat(outcome).isEqualTo(new Outcome.Accepted(""));
        Request request = slack.requests().get(0);
        assertThat(request.target()).isEqualTo("/services/T1/B1/secret");
        assertThat(request.headers()).doesNotContainKey("authorization");
        assertThat(json(request.body())).isEqualTo(json("""
                {"text": "*Ada* &amp; her cart ☕",
                 "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Ada* &amp; her cart ☕"}}]}
                """));
    }

    @Test
    void a_channel_without_a_webhook_needs_a_token() {
        Outcome outcome = connector(SlackSettings.of("", Map.of())).send(delivery("m1"));

        assertThat(outcome)
                .isEqualTo(new Outcome.Permanent("there is neither a webhook for this channel nor a token", false));
    }

    @ParameterizedTest
    @CsvSource({
        "200, channel_not_found, Permanent",
        "200, is_archived,       Permanent",
        "200, account_inactive,  Permanent",
        "200, token_revoked,     Permanent",
        "200, msg_too_long,      Permanent",
        "200, a_word_of_2030,    Permanent",
        "200, ratelimited,       Retryable",
        "200, request_timeout,   Retryable",
        "200, internal_error,    Ambiguous",
        "200, fatal_error,       Ambiguous",
        "302, moved,             Permanent",
        "503, unavailable,       Retryable"
    })
    void every_word_of_slack_means_one_thing(int status, String error, String meaning) throws IOException {
        ScriptedProvider slack = provider(request -> refused(status, error));

        assertThat(connector(slack.address()).send(delivery("m1")).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "404, no_service,          Slack: no_service",
        "403, action_prohibited,   Slack: action_prohibited",
        "410, channel_is_archived, Slack: channel_is_archived",
        "400, no word but text,    Slack refused it: HTTP 400"
    })
    void a_webhook_says_in_one_word_why_it_refuses(int status, String body, String reason) throws IOException {
        ScriptedProvider slack = provider(request -> Answer.of(status, body));

        assertThat(connector(SlackSettings.of("", Map.of("#vip-desk", slack.address())))
                        .send(delivery("m1")))
                .isEqualTo(new Outcome.Permanent(reason, false));
    }

    @ParameterizedTest
    @CsvSource({"'<html>hello</html>'", "''", "'[]'"})
    void an_answer_that_is_not_slacks_leaves_it_in_doubt(String body) throws IOException {
        ScriptedProvider slack = provider(request -> Answer.of(200, body));

        assertThat(connector(slack.address()).send(delivery("m1"))).isInstanceOf(Outcome.Ambiguous.class);
    }

    @Test
    void a_busy_slack_is_not_asked_again_at_once_even_if_it_offers_that() throws IOException {
        ScriptedProvider slack = provider(request -> refused(503, "unavailable").with("Retry-After", "0"));

        connector(slack.address()).send(delivery("m1"));

        assertThat(slack.requests()).hasSize(1);
    }

    @Test
    void each_channel_has_a_rate_of_its_own() throws IOException {
        ScriptedProvider slack = provider(request -> taken());
        SlackSettings slow =
                SlackSettings.of(TOKEN, Map.of()).at(slack.address()).withRate(1.0 / 60);
        try (Connector connector = new SlackConnector(slow, InstantSource.fixed(DECIDED_AT), () -> 0)) {
            Outcome first = connector.send(delivery("m1", new Rendered.Slack("#one", "text")));
            Outcome second = connector.send(delivery("m2", new Rendered.Slack("#one", "text")));
            Outcome elsewhere = connector.send(delivery("m3", new Rendered.Slack("#two", "text")));

            assertThat(first).isInstanceOf(Outcome.Accepted.class);
            assertThat(second)
                    .isEqualTo(
                            new Outcome.Postponed("more was to be sent than its rate allows", Duration.ofMinutes(1)));
            assertThat(elsewhere).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void settings_tell_neither_token_nor_webhook() {
        var settings =
                SlackSettings.of(TOKEN, Map.of("#vip-desk", URI.create("https://hooks.slack.com/services/T1/B1/x")));

        assertThat(settings.toString()).isEqualTo("Slack with a token and 1 webhooks");
    }

    private static JsonNode json(String text) throws IOException {
        return WireJson.mapper().readTree(text);
    }
}

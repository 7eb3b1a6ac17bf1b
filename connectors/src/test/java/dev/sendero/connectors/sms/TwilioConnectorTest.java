package dev.sendero.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.HttpConnectorContract;
import dev.sendero.connectors.ProviderBehaviour;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import dev.sendero.connectors.sms.TwilioSettings.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioConnectorTest extends HttpConnectorContract {

    private static final String TOKEN = "token-of-the-account";
    private static final Sender OUR_NUMBER = new Sender.Number("+15550100000");
    private static final double FAST = 10_000;

    @Override
    protected Connector connector(URI address) {
        return connector(settings(address, OUR_NUMBER));
    }

    private static Connector connector(TwilioSettings settings) {
        return new TwilioConnector(
                settings.withTimeouts(ANSWER_TIMEOUT.multipliedBy(3), ANSWER_TIMEOUT),
                InstantSource.fixed(DECIDED_AT),
                System::nanoTime);
    }

    private static TwilioSettings settings(URI address, Sender sender) {
        return TwilioSettings.of("AC1", "AC1", TOKEN, sender, FAST).at(address);
    }

    @Override
    protected Answer answer(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case ACCEPTS -> taken();
            case IS_BUSY -> refused(429, 20429);
            case REFUSES -> refused(400, 21408);
            case REFUSES_CREDENTIALS -> refused(401, 20003);
            case KNOWS_NO_SUCH_RECIPIENT -> refused(400, 21211);
            case HANGS_UP, IS_SILENT -> throw new IllegalArgumentException(behaviour + ": no answer");
        };
    }

    private static Answer taken() {
        return Answer.of(
                201, "{\"sid\": \"SM1\", \"status\": \"queued\", \"to\": \"+15550101234\", \"error_code\": null}");
    }

    private static Answer refused(int status, int code) {
        return Answer.of(
                status,
                "{\"code\": " + code + ", \"message\": \"+15550101234 of " + TOKEN + "\", \"status\": " + status + "}");
    }

    @Override
    protected Rendered content() {
        return new Rendered.Sms("+1 (555) 010-1234", "Ada, your cart ☕");
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN, "+15550101234", basic(TOKEN));
    }

    private static String basic(String password) {
        return Base64.getEncoder().encodeToString(("AC1:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_text_leaves_from_a_number_and_is_reported_about_by_its_id() throws IOException {
        ScriptedProvider twilio = provider(request -> taken());
        TwilioSettings settings = settings(URI.create(twilio.address() + "/behind/"), OUR_NUMBER)
                .calledBackAt(URI.create("https://journeys.example.com/v1/callbacks/twilio"));

        Outcome outcome = connector(settings).send(delivery("m 1"));

        assertThat(outcome).isEqualTo(new Outcome.Accepted("SM1"));
        Request request = twilio.requests().get(0);
        assertThat(request.method() + " " + request.target())
                .isEqualTo("POST /behind/2010-04-01/Accounts/AC1/Messages.json");
        assertThat(request.headers()).containsEntry("authorization", "Basic " + basic(TOKEN));
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "To", "+15550101234",
                        "From", "+15550100000",
                        "Body", "Ada, your cart ☕",
                        "StatusCallback", "https://journeys.example.com/v1/callbacks/twilio?message=m+1"));
    }

    @Test
    void a_messaging_service_chooses_the_number() throws IOException {
        ScriptedProvider twilio = provider(request -> taken());

        connector(settings(twilio.address(), new Sender.Service("MG1"))).send(delivery("m1"));

        assertThat(twilio.requests().get(0).form())
                .containsEntry("MessagingServiceSid", "MG1")
                .doesNotContainKeys("From", "StatusCallback");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21610, OPTEDOUT",
        "400, 21211, PERMANENT_AND_DEAD",
        "400, 21614, PERMANENT_AND_DEAD",
        "400, 30006, PERMANENT",
        "400, 30007, PERMANENT",
        "400, 99999, PERMANENT",
        "404, 20404, PERMANENT",
        "302,     0, PERMANENT",
        "429, 20429, RETRYABLE",
        "503, 20503, RETRYABLE",
        "400, 30001, RETRYABLE",
        "400, 30003, RETRYABLE",
        "401, 20003, RETRYABLE",
        "401,     0, RETRYABLE",
        "500, 20500, AMBIGUOUS",
        "200,     0, AMBIGUOUS"
    })
    void every_answer_means_one_thing(int status, int code, String meaning) throws IOException {
        String body = code == 0 ? "<html>no JSON</html>" : "{\"code\": " + code + ", \"status\": " + status + "}";
        ScriptedProvider twilio = provider(request -> Answer.of(status, body));

        assertThat(meaningOf(connector(twilio.address()).send(delivery("m1")))).isEqualTo(meaning);
    }

    private static String meaningOf(Outcome outcome) {
        if (outcome instanceof Outcome.Permanent permanent) {
            return permanent.suppressAddress() ? "PERMANENT_AND_DEAD" : "PERMANENT";
        }
        return outcome.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void a_message_that_is_born_with_an_error_was_not_sent() throws IOException {
        ScriptedProvider twilio = provider(
                request -> Answer.of(201, "{\"sid\": \"SM1\", \"status\": \"failed\", \"error_code\": 21610}"));

        assertThat(connector(twilio.address()).send(delivery("m1")))
                .isEqualTo(new Outcome.OptedOut("Twilio 21610: the recipient has answered STOP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "555-0101", "0034 600 000 000", "+0155501012", "+15550101234,+15550101235", "ada"})
    void what_is_no_number_of_the_world_is_never_sent(String to) throws IOException {
        ScriptedProvider twilio = provider(request -> taken());

        Outcome outcome = connector(twilio.address()).send(delivery("m1", new Rendered.Sms(to, "text")));

        assertThat(outcome).isInstanceOf(Outcome.Permanent.class);
        assertThat(twilio.requests()).isEmpty();
    }

    @Test
    void a_number_sends_no_faster_than_it_may() throws IOException {
        ScriptedProvider twilio = provider(request -> taken());
        TwilioSettings slow =
                TwilioSettings.of("AC1", "AC1", TOKEN, OUR_NUMBER, 1.0 / 3600).at(twilio.address());
        try (Connector connector = new TwilioConnector(slow, InstantSource.fixed(DECIDED_AT), () -> 0)) {
            connector.send(delivery("m1"));

            Outcome second = connector.send(delivery("m2"));

            assertThat(second)
                    .isEqualTo(new Outcome.Postponed("more was to be sent than its rate allows", Duration.ofHours(1)));
            assertThat(twilio.requests()).hasSize(1);
        }
    }

    @Test
    void settings_do_not_tell_their_password() {
        assertThat(settings(TwilioSettings.TWILIO, OUR_NUMBER).toString()).doesNotContain(TOKEN);
    }
}

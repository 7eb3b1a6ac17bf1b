package dev.sendero.connectors.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.HttpConnectorContract;
import dev.sendero.connectors.ProviderBehaviour;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceConnectorTest extends HttpConnectorContract {

    private static final String CLIENT = "3MVG9-client";
    private static final String SECRET = "opensesame+/=";
    private static final Answer CHANGED = Answer.of(200, "{\"id\":\"003A\",\"success\":true,\"created\":false}");

    private final AtomicInteger tokens = new AtomicInteger();

    /** Tokens are given out by another server, which always does, so that what the contract does is done to the change. */
    @Override
    protected Connector connector(URI address) {
        try {
            ScriptedProvider login = provider(request -> token(address));
            return connector(login.address(), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected Answer answer(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case IS_BUSY -> error(503, "SERVER_UNAVAILABLE");
            case REFUSES -> error(400, "INVALID_FIELD");
            case KNOWS_NO_SUCH_RECIPIENT -> error(404, "NOT_FOUND");
            case REFUSES_CREDENTIALS -> error(401, "INVALID_SESSION_ID");
            default -> CHANGED;
        };
    }

    @Override
    protected Rendered content() {
        return new Rendered.Crm("ada/1 ü", "Contact", "{\"Lifecycle__c\":\"at-risk\"}");
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET, "token-1");
    }

    /** Records have keys, which nobody suppresses. */
    @Override
    protected boolean addressesDie() {
        return false;
    }

    @Test
    void a_record_is_made_or_changed_by_its_external_id() throws Exception {
        ScriptedProvider salesforce = provider(request -> CHANGED);

        assertThat(connector(salesforce.address()).send(delivery("m1"))).isEqualTo(new Outcome.Accepted("003A"));

        Request request = salesforce.requests().get(0);
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.target()).isEqualTo("/services/data/v62.0/sobjects/Contact/Customer_Id__c/ada%2F1%20%C3%BC");
        assertThat(request.headers()).containsEntry("authorization", "Bearer token-1");
        assertThat(request.body()).isEqualTo("{\"Lifecycle__c\":\"at-risk\"}");
    }

    @Test
    void a_token_is_asked_for_once_by_the_clients_credentials() throws Exception {
        ScriptedProvider salesforce = provider(request -> CHANGED);
        ScriptedProvider login = provider(request -> token(salesforce.address()));
        Connector connector = connector(login.address(), "");

        IntStream.range(0, 20).parallel().forEach(number -> connector.send(delivery("m" + number)));

        assertThat(login.requests()).hasSize(1);
        assertThat(login.requests().get(0).target()).isEqualTo("/services/oauth2/token");
        assertThat(login.requests().get(0).form())
                .isEqualTo(Map.of("grant_type", "client_credentials", "client_id", CLIENT, "client_secret", SECRET));
        assertThat(salesforce.requests()).hasSize(20);
    }

    @Test
    void a_token_that_has_run_out_is_replaced_once() throws Exception {
        ScriptedProvider salesforce =
                provider(request -> request.headers().get("authorization").equals("Bearer token-2")
                        ? CHANGED
                        : error(401, "INVALID_SESSION_ID"));
        Connector connector = connector(salesforce.address());

        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Accepted.class);
        assertThat(connector.send(delivery("m2"))).isInstanceOf(Outcome.Accepted.class);

        assertThat(tokens).hasValue(2);
        assertThat(salesforce.requests()).hasSize(3);
    }

    @Test
    void a_new_token_that_is_refused_too_is_the_end() throws Exception {
        ScriptedProvider salesforce = provider(request -> error(401, "INVALID_SESSION_ID"));

        assertThat(connector(salesforce.address()).send(delivery("m1"))).isInstanceOf(Outcome.Permanent.class);
        assertThat(salesforce.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, dev.sendero.api.connector.Outcome$Permanent",
        "401, dev.sendero.api.connector.Outcome$Permanent",
        "429, dev.sendero.api.connector.Outcome$Retryable",
        "503, dev.sendero.api.connector.Outcome$Retryable"
    })
    void without_a_token_nothing_is_changed(int status, Class<?> outcome) throws Exception {
        ScriptedProvider login = provider(request -> Answer.of(status, "{\"error\":\"invalid_client\"}"));
        ScriptedProvider salesforce = provider(request -> CHANGED);

        assertThat(connector(login.address(), salesforce.address().toString()).send(delivery("m1")))
                .isInstanceOf(outcome);
        assertThat(salesforce.requests()).isEmpty();
    }

    @Test
    void a_token_that_could_not_be_had_is_asked_for_again_with_the_next_message() throws Exception {
        ScriptedProvider salesforce = provider(request -> CHANGED);
        var asked = new AtomicInteger();
        ScriptedProvider login =
                provider(request -> asked.incrementAndGet() == 1 ? Answer.of(503, "") : token(salesforce.address()));
        Connector connector = connector(login.address(), "");

        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void the_instance_of_the_settings_is_called_whatever_the_token_says() throws Exception {
        ScriptedProvider ours = provider(request -> CHANGED);
        ScriptedProvider theirs = provider(request -> CHANGED);
        ScriptedProvider login = provider(request -> token(theirs.address()));

        connector(login.address(), ours.address().toString()).send(delivery("m1"));

        assertThat(ours.requests()).hasSize(1);
        assertThat(theirs.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403, REQUEST_LIMIT_EXCEEDED, true", "400, UNABLE_TO_LOCK_ROW, false", "429, '', true", "503, '', true"
    })
    void what_passes_is_tried_again_and_calls_used_up_are_so_for_all(int status, String code, boolean forAll)
            throws Exception {
        ScriptedProvider salesforce = provider(request -> error(status, code));

        assertThat(connector(salesforce.address()).send(delivery("m1")))
                .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> {
                    assertThat(retryable.forAll()).isEqualTo(forAll);
                });
    }

    @ParameterizedTest
    @CsvSource({"300, ''", "400, INVALID_FIELD", "403, INSUFFICIENT_ACCESS", "404, NOT_FOUND", "405, ''", "415, ''"})
    void what_does_not_is_over(int status, String code) throws Exception {
        ScriptedProvider salesforce = provider(request -> error(status, code));

        Outcome outcome = connector(salesforce.address()).send(delivery("m1"));

        assertThat(outcome).isInstanceOf(Outcome.Permanent.class);
        assertThat(outcome.toString()).contains(code).doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204})
    void a_record_that_was_made_and_an_answer_without_a_word_are_fine(int status) throws Exception {
        ScriptedProvider salesforce = provider(request -> Answer.of(status, ""));

        assertThat(connector(salesforce.address()).send(delivery("m1"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_kind_of_record_without_a_key_and_a_note_are_never_sent() throws Exception {
        ScriptedProvider salesforce = provider(request -> CHANGED);
        Connector connector = connector(salesforce.address());

        assertThat(connector.send(delivery("m1", new Rendered.Crm("ada", "Lead", "{}"))))
                .isInstanceOf(Outcome.Permanent.class);
        assertThat(connector.send(delivery("m2", new Rendered.Crm("ada", "Contact", "{}", "called"))))
                .isInstanceOf(Outcome.Permanent.class);
        assertThat(salesforce.requests()).isEmpty();
    }

    private static Connector connector(URI login, String instance) {
        return new SalesforceConnector(
                SalesforceSettings.of(
                                login.toString(), instance, CLIENT, SECRET, 62, Map.of("Contact", "Customer_Id__c"))
                        .withTimeouts(ANSWER_TIMEOUT, ANSWER_TIMEOUT),
                InstantSource.system());
    }

    private Answer token(URI instance) {
        return Answer.of(
                200,
                "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"instance_url\":\"" + instance
                        + "\",\"token_type\":\"Bearer\"}");
    }

    private static Answer error(int status, String code) {
        return Answer.of(status, "[{\"message\":\"ada is wrong\",\"errorCode\":\"" + code + "\"}]");
    }
}

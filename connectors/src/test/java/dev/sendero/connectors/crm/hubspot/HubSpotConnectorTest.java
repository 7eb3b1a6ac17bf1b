package dev.sendero.connectors.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotConnectorTest extends HttpConnectorContract {

    private static final String TOKEN = "pat-eu1-opensesame";
    private static final Rendered.Crm WITH_NOTE =
            new Rendered.Crm("ada@example.com", "contact", "{\"lifecycle\":\"at-risk\"}", "Left <b>a lamp</b>\nbehind");

    @Override
    protected Connector connector(URI address) {
        return new HubSpotConnector(
                HubSpotSettings.of(
                                address,
                                TOKEN,
                                Map.of("contact", "email", "deal", "deal_number", "2-371", "serial"),
                                "sendero_message")
                        .withTimeouts(ANSWER_TIMEOUT, ANSWER_TIMEOUT),
                InstantSource.system());
    }

    @Override
    protected Answer answer(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case IS_BUSY -> error(429, "RATE_LIMITS");
            case REFUSES, KNOWS_NO_SUCH_RECIPIENT -> error(400, "VALIDATION_ERROR");
            case REFUSES_CREDENTIALS -> error(401, "INVALID_AUTHENTICATION");
            default -> done("501");
        };
    }

    @Override
    protected Rendered content() {
        return new Rendered.Crm("ada@example.com", "contact", "{\"lifecycle\":\"at-risk\",\"score\":3}");
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN);
    }

    /** Records have keys, which nobody suppresses. */
    @Override
    protected boolean addressesDie() {
        return false;
    }

    @Test
    void a_record_is_made_or_changed_by_its_key() throws Exception {
        ScriptedProvider hubSpot = provider(request -> done("501"));

        Outcome outcome = connector(hubSpot.address()).send(delivery("m1"));

        assertThat(outcome).isEqualTo(new Outcome.Accepted("501"));
        Request request = hubSpot.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/crm/objects/2026-03/contacts/batch/upsert");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + TOKEN);
        assertThat(json(request)).isEqualTo(json("""
                {"inputs": [{"id": "ada@example.com", "idProperty": "email", "objectWriteTraceId": "m1",
                             "properties": {"lifecycle": "at-risk", "score": "3"}}]}"""));
    }

    @ParameterizedTest
    @CsvSource({"deal, deals", "2-371, 2-371"})
    void each_kind_of_record_has_a_path_and_a_key(String object, String path) throws Exception {
        ScriptedProvider hubSpot = provider(request -> done("501"));

        connector(hubSpot.address()).send(delivery("m1", new Rendered.Crm("d-9", object, "{\"stage\":\"won\"}")));

        assertThat(hubSpot.requests().get(0).target()).isEqualTo("/crm/objects/2026-03/" + path + "/batch/upsert");
    }

    @Test
    void values_are_texts_and_choices_have_semicolons_between_them() throws Exception {
        ScriptedProvider hubSpot = provider(request -> done("501"));
        var crm = new Rendered.Crm("ada@example.com", "contact", """
                {"vip": true, "score": 2.5, "tags": ["a", "b"], "gone": null}""");

        connector(hubSpot.address()).send(delivery("m1", crm));

        assertThat(json(hubSpot.requests().get(0)).at("/inputs/0/properties")).isEqualTo(json("""
                {"vip": "true", "score": "2.5", "tags": "a;b", "gone": ""}"""));
    }

    @ParameterizedTest
    @CsvSource({"company, '{\"a\":1}'", "contact, '{\"a\":{\"b\":1}}'"})
    void a_record_without_a_key_and_a_value_that_is_none_are_never_sent(String object, String set) throws Exception {
        ScriptedProvider hubSpot = provider(request -> done("501"));

        assertThat(connector(hubSpot.address()).send(delivery("m1", new Rendered.Crm("ada", object, set))))
                .isInstanceOf(Outcome.Permanent.class);
        assertThat(hubSpot.requests()).isEmpty();
    }

    @Test
    void a_note_is_made_by_the_messages_id_and_put_beside_the_record() throws Exception {
        ScriptedProvider hubSpot = withNotes();

        assertThat(connector(hubSpot.address()).send(delivery("m1", WITH_NOTE))).isEqualTo(new Outcome.Accepted("501"));

        assertThat(hubSpot.requests())
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly(
                        "POST /crm/objects/2026-03/contacts/batch/upsert",
                        "POST /crm/objects/2026-03/notes/batch/upsert",
                        "PUT /crm/objects/2026-03/notes/77/associations/default/contacts/501");
        assertThat(json(hubSpot.requests().get(1))).isEqualTo(json("""
                {"inputs": [{"id": "m1", "idProperty": "sendero_message", "objectWriteTraceId": "m1",
                             "properties": {"hs_timestamp": "2026-03-01T10:00:00Z",
                                            "hs_note_body": "Left &lt;b&gt;a lamp&lt;/b&gt;<br>behind"}}]}"""));
    }

    @Test
    void a_repeat_is_the_same_requests_again() throws Exception {
        ScriptedProvider hubSpot = withNotes();
        Connector connector = connector(hubSpot.address());

        connector.send(delivery("m1", WITH_NOTE));
        connector.send(delivery("m1", WITH_NOTE));

        assertThat(connector.recognisesRepeats()).isTrue();
        assertThat(hubSpot.requests().subList(3, 6))
                .extracting(Request::target, Request::body)
                .isEqualTo(hubSpot.requests().subList(0, 3).stream()
                        .map(request -> tuple(request.target(), request.body()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "VALIDATION_ERROR, dev.sendero.api.connector.Outcome$Permanent",
        "OBJECT_NOT_FOUND, dev.sendero.api.connector.Outcome$Permanent",
        "RATE_LIMITS, dev.sendero.api.connector.Outcome$Retryable",
        "INTERNAL_ERROR, dev.sendero.api.connector.Outcome$Retryable"
    })
    void of_a_batch_that_is_done_partly_the_error_counts(String category, Class<?> outcome) throws Exception {
        ScriptedProvider hubSpot = provider(request -> Answer.of(207, """
                {"status": "COMPLETE", "results": [], "numErrors": 1,
                 "errors": [{"status": "error", "category": "%s", "message": "of ada@example.com"}]}""".formatted(category)));

        Outcome said = connector(hubSpot.address()).send(delivery("m1"));

        assertThat(said).isInstanceOf(outcome);
        assertThat(said.toString()).contains(category).doesNotContain("ada@");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 423, 429, 477, 503})
    void what_passes_is_tried_again(int status) throws Exception {
        ScriptedProvider hubSpot = provider(request -> error(status, "ANY"));

        assertThat(connector(hubSpot.address()).send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
    }

    @ParameterizedTest
    @CsvSource({"429, true", "503, true", "409, false", "423, false"})
    void too_many_calls_are_so_for_all_records_and_a_locked_one_is_so_alone(int status, boolean forAll)
            throws Exception {
        ScriptedProvider hubSpot = provider(request -> error(status, "ANY"));

        assertThat(connector(hubSpot.address()).send(delivery("m1")))
                .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> {
                    assertThat(retryable.forAll()).isEqualTo(forAll);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 414})
    void what_does_not_is_over(int status) throws Exception {
        ScriptedProvider hubSpot = provider(request -> error(status, "ANY"));

        assertThat(connector(hubSpot.address()).send(delivery("m1"))).isInstanceOf(Outcome.Permanent.class);
    }

    private ScriptedProvider withNotes() throws IOException {
        return provider(request -> done(request.target().contains("/notes/") ? "77" : "501"));
    }

    private static Answer done(String id) {
        return Answer.of(200, "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"" + id + "\",\"new\":true}]}");
    }

    private static Answer error(int status, String category) {
        return Answer.of(
                status,
                "{\"status\":\"error\",\"category\":\"" + category + "\",\"message\":\"ada@example.com is wrong\"}");
    }

    private static JsonNode json(Request request) throws IOException {
        return json(request.body());
    }

    private static JsonNode json(String text) throws IOException {
        return WireJson.mapper().readTree(text);
    }
}

package dev.sendero.connectors.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What we say to HubSpot, held to HubSpot's own description of its contacts API. That is not ours to keep here: the system
 * property {@code sendero.contracts} names the folder with {@code hubspot-crm-contacts.json.gz}.
 */
@Tag("contracts")
class HubSpotDescriptionTest {

    private static final String FOLDER = "sendero.contracts";
    private static final String FILE = "hubspot-crm-contacts.json.gz";
    private static final String UPSERT = "/crm/objects/2026-03/contacts/batch/upsert";
    private static final String ASSOCIATE =
            "/crm/objects/2026-03/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}";

    private JsonNode description;

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty(FOLDER, "")).resolve(FILE);
        assertThat(file)
                .as(FILE + ", in the folder that -D" + FOLDER + "=… names")
                .isRegularFile();
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            description = new ObjectMapper().readTree(bytes);
        }
    }

    @Test
    void a_record_is_asked_for_in_the_words_of_hubspot() throws IOException {
        Request upsert = requests().get(0);

        assertThat(upsert.target()).isEqualTo(UPSERT);
        assertThat(errorsOf(operation(UPSERT, upsert), upsert)).isEmpty();
    }

    /** The description is that of contacts; batches of notes have the same shape. */
    @Test
    void a_note_is_asked_for_like_a_record_and_put_beside_it() throws IOException {
        List<Request> requests = requests();

        assertThat(errorsOf(operation(UPSERT, requests.get(1)), requests.get(1)))
                .isEmpty();
        assertThat(requests.get(2).target()).matches(ASSOCIATE.replaceAll("\\{[a-zA-Z]+}", "[^/]+"));
        assertThat(operation(ASSOCIATE, requests.get(2)).isMissingNode()).isFalse();
        assertThat(requests.get(2).body()).isEmpty();
    }

    @Test
    void what_is_no_request_of_hubspot_does_not_pass() throws IOException {
        var wrong = new Request("POST", UPSERT, Map.of(), """
                {"inputs": [{"idProperty": "email", "properties": {"score": 3}, "ids": "x"}]}""");

        assertThat(errorsOf(operation(UPSERT, wrong), wrong)).isNotEmpty();
    }

    private static List<Request> requests() throws IOException {
        var content = new Rendered.Crm("ada@example.com", "contact", "{\"vip\":true,\"score\":3}", "Left a lamp");
        try (var hubSpot = new ScriptedProvider(request -> Answer.of(200, "{\"results\":[{\"id\":\"501\"}]}"));
                var connector = new HubSpotConnector(
                        HubSpotSettings.of(hubSpot.address(), "token", Map.of("contact", "email"), "sendero_message"),
                        InstantSource.system())) {
            assertThat(connector.send(delivery(content))).isInstanceOf(Outcome.Accepted.class);
            return List.copyOf(hubSpot.requests());
        }
    }

    private static Delivery delivery(Rendered content) {
        return new Delivery(
                new MessageId("m1"),
                new JourneyId("abandoned-cart"),
                new RunId("run-1"),
                new StepId("tell-sales"),
                new CustomerId("ada"),
                "",
                content,
                Instant.parse("2026-03-01T10:00:00Z"),
                1,
                Optional.empty());
    }

    private JsonNode operation(String path, Request request) {
        return description.path("paths").path(path).path(request.method().toLowerCase(Locale.ROOT));
    }

    /** Also what the schema does not name is wrong here. */
    private List<String> errorsOf(JsonNode operation, Request request) {
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(body.isMissingNode())
                .as("a body of JSON at " + request.target())
                .isFalse();
        ObjectNode schema = body.deepCopy();
        schema.set("components", closed(description.path("components").deepCopy()));
        Validator validator = new ValidatorFactory().createValidator();
        return validator.validate(validator.registerSchema(schema.toString()), request.body()).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.path("properties").isEmpty()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(HubSpotDescriptionTest::closed);
        return node;
    }
}

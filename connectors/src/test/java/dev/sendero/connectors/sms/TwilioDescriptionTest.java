package dev.sendero.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.ConnectorContract;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import dev.sendero.connectors.sms.TwilioSettings.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What we say to Twilio, held to Twilio's own description of its API. That is not ours to keep here: the system property
 * {@code sendero.contracts} names the folder with {@code twilio_api_v2010.json.gz}.
 */
@Tag("contracts")
class TwilioDescriptionTest {

    private static final String FOLDER = "sendero.contracts";
    private static final String FILE = "twilio_api_v2010.json.gz";
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
    private static final String PATH = "/2010-04-01/Accounts/{AccountSid}/Messages.json";

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

    static List<Sender> senders() {
        return List.of(new Sender.Number("+15550100000"), new Sender.Service(SERVICE));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void a_message_is_asked_for_in_the_words_of_twilio(Sender sender) throws IOException {
        Request request = requestFrom(sender);

        JsonNode operation = description.path("paths").path(PATH).path("post");
        JsonNode form = operation
                .path("requestBody")
                .path("content")
                .path("application/x-www-form-urlencoded")
                .path("schema");
        assertThat(request.method() + " " + request.target())
                .isEqualTo("POST " + PATH.replace("{AccountSid}", ACCOUNT));
        assertThat(request.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(request.headers().get("authorization")).startsWith("Basic ");
        form.path("required").forEach(name -> assertThat(request.form()).containsKey(name.asText()));
        request.form().forEach((name, value) -> {
            JsonNode property = form.path("properties").path(name);
            assertThat(property.path("type").asText()).as(name).isEqualTo("string");
            assertThat(value).as(name).matches(property.path("pattern").asText(".*"));
            if (property.path("format").asText().equals("uri")) {
                assertThat(URI.create(value)).hasScheme("https");
            }
        });
    }

    private static Request requestFrom(Sender sender) throws IOException {
        var settings = TwilioSettings.of(ACCOUNT, ACCOUNT, "token", sender, 1)
                .calledBackAt(URI.create("https://journeys.example.com/v1/callbacks/twilio"));
        try (var twilio = new ScriptedProvider(request -> Answer.of(201, "{\"sid\": \"SM1\"}"));
                var connector =
                        new TwilioConnector(settings.at(twilio.address()), InstantSource.system(), System::nanoTime)) {
            assertThat(connector.send(ConnectorContract.delivery("m1", new Rendered.Sms("+15550101234", "Your cart"))))
                    .isInstanceOf(Outcome.Accepted.class);
            return twilio.requests().get(0);
        }
    }

    @Test
    void a_message_in_doubt_is_looked_for_in_the_words_of_twilio() {
        JsonNode operation = description.path("paths").path(PATH).path("get");
        var parameters = new ArrayList<String>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("name").asText()));
        JsonNode message = description.path("components").path("schemas").path("api.v2010.account.message");

        assertThat(parameters).contains("To", "PageSize");
        assertThat(operation.path("responses").path("200").findValues("messages"))
                .isNotEmpty();
        assertThat(message.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .contains("sid", "body", "direction", "date_created");
    }

    @Test
    void every_status_that_we_know_is_one_of_twilios() {
        var statuses = new ArrayList<String>();
        description
                .path("components")
                .path("schemas")
                .path("message_enum_status")
                .path("enum")
                .forEach(status -> statuses.add(status.asText()));

        assertThat(statuses).contains("sent", "delivered", "read", "failed", "undelivered");
    }
}

package dev.sendero.faults.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** HubSpot: it knows a record by the value of a property, so that a repeated change is none. */
public final class HubSpotProvider extends HttpProvider {

    private static final String TOKEN = "pat-canary-token-of-hubspot";

    public HubSpotProvider() throws IOException {
        super(Target.HUBSPOT);
    }

    @Override
    Optional<HttpAnswer> aside(HttpRequest request) {
        return Optional.empty();
    }

    @Override
    String customerOf(HttpRequest request) {
        return keyIn(request);
    }

    @Override
    String carryOut(HttpRequest request, Instant at) {
        return keyIn(request);
    }

    @Override
    HttpAnswer taken(HttpRequest request) {
        return HttpAnswer.of(200, "{\"status\": \"COMPLETE\", \"results\": [{\"id\": \"501\"}]}");
    }

    private static String keyIn(HttpRequest request) {
        try {
            JsonNode body = WireJson.mapper().readTree(request.body());
            return body.path("inputs").path(0).path("id").asText();
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }

    @Override
    String refusal(int status) {
        return "{\"status\": \"error\", \"category\": \"%s\"}".formatted(status == 429 ? "RATE_LIMITS" : "CANARY");
    }

    @Override
    public String settings() {
        return """
                crm:
                  hubspot:
                    token_env: FAULTS_HUBSPOT_TOKEN
                    keys: { contact: customer_id }
                    url: %s
                """.formatted(address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_HUBSPOT_TOKEN", TOKEN);
    }

    @Override
    public String step() {
        return """
                - crm: { object: contact, set: { firstname: "{{ run.came.properties.canary }}" } }
                """;
    }
}

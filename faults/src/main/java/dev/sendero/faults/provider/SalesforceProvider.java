package dev.sendero.faults.provider;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Salesforce: it knows a record by its external id, so that a repeated change is none. It gives a token to everybody. */
public final class SalesforceProvider extends HttpProvider {

    private static final String CLIENT = "canary-client-of-salesforce";
    private static final String SECRET = "canary-secret-of-salesforce";
    private static final String TOKEN = "canary-token-of-salesforce";

    public SalesforceProvider() throws IOException {
        super(Target.SALESFORCE);
    }

    @Override
    Optional<HttpAnswer> aside(HttpRequest request) {
        return request.path().endsWith("/oauth2/token")
                ? Optional.of(HttpAnswer.of(
                        200, "{\"access_token\": \"" + TOKEN + "\", \"instance_url\": \"" + address() + "\"}"))
                : Optional.empty();
    }

    @Override
    String customerOf(HttpRequest request) {
        return request.lastOfPath();
    }

    @Override
    String carryOut(HttpRequest request, Instant at) {
        return request.path();
    }

    @Override
    HttpAnswer taken(HttpRequest request) {
        return HttpAnswer.of(201, "{\"id\": \"003000000000001\", \"success\": true}");
    }

    @Override
    String refusal(int status) {
        return "[{\"errorCode\": \"%s\"}]".formatted(status == 409 ? "UNABLE_TO_LOCK_ROW" : "CANARY");
    }

    @Override
    public String settings() {
        return """
                crm:
                  salesforce:
                    login_url: %s
                    client_id_env: FAULTS_SALESFORCE_CLIENT
                    client_secret_env: FAULTS_SALESFORCE_SECRET
                    keys: { Contact: Customer_Id__c }
                """.formatted(address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_SALESFORCE_CLIENT", CLIENT, "FAULTS_SALESFORCE_SECRET", SECRET);
    }

    @Override
    public Collection<String> secrets() {
        return List.of(CLIENT, SECRET, TOKEN);
    }

    @Override
    public String step() {
        return """
                - crm: { object: Contact, set: { FirstName: "{{ run.came.properties.canary }}" } }
                """;
    }
}

package dev.sendero.faults.provider;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A system that is called by webhooks, each customer at an address of their own, and knows a repeated call by its {@code webhook-id}. */
public final class WebhookReceiver extends HttpProvider {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    public WebhookReceiver() throws IOException {
        super(Target.WEBHOOK);
    }

    @Override
    Optional<HttpAnswer> aside(HttpRequest request) {
        return Optional.empty();
    }

    @Override
    String customerOf(HttpRequest request) {
        return request.lastOfPath();
    }

    @Override
    String carryOut(HttpRequest request, Instant at) {
        return request.header("webhook-id");
    }

    @Override
    HttpAnswer taken(HttpRequest request) {
        return HttpAnswer.of(204, "");
    }

    @Override
    String refusal(int status) {
        return "{}";
    }

    @Override
    public String settings() {
        return """
                webhook:
                  secret_env: FAULTS_WEBHOOK_SECRET
                  allow: [127.0.0.0/8]
                """;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_WEBHOOK_SECRET", SECRET);
    }

    @Override
    public String step() {
        return """
                - webhook:
                    url: %s/{{ profile.id }}
                    body: { customer: "{{ profile.id }}", name: "{{ run.came.properties.canary }}" }
                """.formatted(address());
    }
}

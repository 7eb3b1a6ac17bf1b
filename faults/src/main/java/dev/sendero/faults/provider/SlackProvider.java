package dev.sendero.faults.provider;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack, called with a bot's token: it recognises no repeated message. */
public final class SlackProvider extends HttpProvider {

    private static final String TOKEN = "xoxb-canary-token-of-slack";
    private static final int TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    private final AtomicInteger messages = new AtomicInteger();

    public SlackProvider() throws IOException {
        super(Target.SLACK);
    }

    @Override
    Optional<HttpAnswer> aside(HttpRequest request) {
        return Optional.empty();
    }

    @Override
    String customerOf(HttpRequest request) {
        String text = request.field("text");
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }

    @Override
    String carryOut(HttpRequest request, Instant at) {
        return Integer.toString(messages.incrementAndGet());
    }

    @Override
    HttpAnswer taken(HttpRequest request) {
        return HttpAnswer.of(200, "{\"ok\": true, \"channel\": \"C1\", \"ts\": \"1503435956." + messages.get() + "\"}");
    }

    @Override
    String refusal(int status) {
        if (status >= SERVER_ERROR) {
            return "{}";
        }
        return status == TIMEOUT ? "request_timeout" : "channel_not_found";
    }

    @Override
    public String settings() {
        return """
                slack:
                  token_env: FAULTS_SLACK_TOKEN
                  per_second: 1000
                  url: %s/api
                """.formatted(address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_SLACK_TOKEN", TOKEN);
    }

    @Override
    public String step() {
        return """
                - slack:
                    channel: "#desk"
                    text: "{{ profile.id }}: {{ run.came.properties.canary }} was here"
                """;
    }
}

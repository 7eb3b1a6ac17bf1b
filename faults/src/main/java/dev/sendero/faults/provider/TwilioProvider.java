package dev.sendero.faults.provider;

import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twilio: it recognises no repeated message, and can be asked which it has made for a number. */
public final class TwilioProvider extends HttpProvider {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "canary0token0of0twilio";
    private static final int TOO_MANY = 429;
    private static final int TOO_MANY_CODE = 20429;
    private static final int FILTERED_CODE = 30007;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAUTHORIZED_CODE = 20003;

    private record Made(String sid, String to, String body, Instant at) {}

    private final List<Made> made = new ArrayList<>();

    public TwilioProvider() throws IOException {
        super(Target.SMS);
    }

    @Override
    Optional<HttpAnswer> aside(HttpRequest request) {
        return request.method().equals("GET")
                ? Optional.of(HttpAnswer.of(200, listOf(request.parameter("To"))))
                : Optional.empty();
    }

    private synchronized String listOf(String number) {
        List<Map<String, String>> newestFirst = new ArrayList<>();
        for (Made message : made) {
            if (message.to().equals(number)) {
                newestFirst.add(0, shown(message));
            }
        }
        return new String(WireJson.write(Map.of("messages", newestFirst)), StandardCharsets.UTF_8);
    }

    private static Map<String, String> shown(Made message) {
        return Map.of(
                "sid",
                message.sid(),
                "to",
                message.to(),
                "body",
                message.body(),
                "direction",
                "outbound-api",
                "status",
                "sent",
                "date_created",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atZone(ZoneOffset.UTC)));
    }

    @Override
    String customerOf(HttpRequest request) {
        String body = request.field("Body");
        return body.substring(0, Math.max(0, body.indexOf(':')));
    }

    @Override
    synchronized String carryOut(HttpRequest request, Instant at) {
        String sid = "SM%032x".formatted(made.size() + 1);
        made.add(new Made(sid, request.field("To"), request.field("Body"), at));
        return sid;
    }

    @Override
    synchronized HttpAnswer taken(HttpRequest request) {
        return HttpAnswer.of(
                201, "{\"sid\": \"" + newestOf(request).sid() + "\", \"status\": \"queued\", \"error_code\": null}");
    }

    /** Others may have been made since this one. */
    private Made newestOf(HttpRequest request) {
        return made.stream()
                .filter(message -> message.to().equals(request.field("To"))
                        && message.body().equals(request.field("Body")))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    @Override
    String refusal(int status) {
        int code =
                switch (status) {
                    case TOO_MANY -> TOO_MANY_CODE;
                    case UNAUTHORIZED -> UNAUTHORIZED_CODE;
                    default -> FILTERED_CODE;
                };
        return "{\"code\": " + code + ", \"status\": " + status + "}";
    }

    @Override
    public String settings() {
        return """
                sms:
                  twilio:
                    account: %s
                    token_env: FAULTS_TWILIO_TOKEN
                    from: "+15550100000"
                    per_second: 1000
                    url: %s
                """.formatted(ACCOUNT, address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_TWILIO_TOKEN", TOKEN);
    }

    @Override
    public String step() {
        return """
                - id: text
                  sms:
                    to: "{{ run.came.properties.phone }}"
                    text: "{{ profile.id }}: hello {{ run.came.properties.canary }}"
                    group: transactional
                """;
    }
}

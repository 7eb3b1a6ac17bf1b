package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.store.mailbox.MailboxEntry;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private RunningGateway running;

    @BeforeEach
    void start() {
        running = new RunningGateway();
        running.board.show("Casa Clara", ZoneOffset.UTC, "EUR", Map.of(), ShopJourneys.all(), List.of());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void journeys_are_told_as_graphs_with_their_numbers() {
        running.journal.record(new ShopFacts(ShopJourneys.WELCOME, RunningGateway.NOW)
                .enters("ada")
                .sends("hello")
                .reaches("2")
                .enters("grace")
                .skips("hello", "no-consent")
                .reaches("2")
                .sends("tips")
                .completes()
                .converts("49.90")
                .doesNotEnter("linus", "audience")
                .list());

        JsonNode answer = running.get("/api/journeys").json();

        assertThat(answer.get("project").asText()).isEqualTo("Casa Clara");
        JsonNode welcome = journey(answer, "welcome");
        assertThat(welcome.get("state").asText()).isEqualTo("live");
        assertThat(welcome.get("nodes"))
                .extracting(node -> node.get("kind").asText())
                .containsExactly("TRIGGER", "EMAIL", "DELAY", "EMAIL", "END");
        JsonNode numbers = welcome.get("numbers");
        assertThat(numbers.get("entered").asLong()).isEqualTo(2);
        assertThat(numbers.get("inside").asLong()).isEqualTo(1);
        assertThat(numbers.get("messages").asLong()).isEqualTo(2);
        assertThat(numbers.get("skipped").get("no-consent").asLong()).isEqualTo(1);
        assertThat(numbers.get("notEntered").get("audience").asLong()).isEqualTo(1);
        assertThat(numbers.get("converted").asLong()).isEqualTo(1);
        assertThat(numbers.get("value").decimalValue()).isEqualByComparingTo("49.90");
        assertThat(numbers.get("steps").get("2").get("waiting").asLong()).isEqualTo(1);
    }

    @Test
    void a_refused_save_is_told_with_its_place_while_the_journeys_stay() {
        running.board.refuse(List.of(new Problem(
                ProblemCode.UNKNOWN_KEY,
                Severity.ERROR,
                new Place("journeys/welcome.yaml", 3, 5, 6),
                "unknown key 'stpes'",
                "    stpes:",
                "did you mean 'steps'?")));

        JsonNode answer = running.get("/api/journeys").json();

        assertThat(answer.get("journeys")).hasSize(3);
        JsonNode problem = answer.get("problems").get(0);
        assertThat(problem.get("file").asText()).isEqualTo("journeys/welcome.yaml");
        assertThat(problem.get("code").asText()).isEqualTo("unknown-key");
        assertThat(problem.get("sourceLine").asText()).isEqualTo("    stpes:");
    }

    @Test
    void a_trend_adds_minutes_up_to_buckets_until_now() {
        running.journal.record(new ShopFacts(ShopJourneys.WELCOME, RunningGateway.NOW)
                .at(Instant.parse("2026-03-02T08:58:10Z"))
                .enters("ada")
                .enters("grace")
                .at(RunningGateway.NOW)
                .enters("linus")
                .list());

        JsonNode trend = running.get("/api/journeys/welcome/trend?span=1h").json();

        assertThat(trend.get("bucketSeconds").asLong()).isEqualTo(60);
        assertThat(trend.get("times")).hasSize(61);
        assertThat(trend.get("times").get(60).asLong()).isEqualTo(RunningGateway.NOW.getEpochSecond());
        assertThat(trend.get("entered").get(58).asLong()).isEqualTo(2);
        assertThat(trend.get("entered").get(60).asLong()).isEqualTo(1);
        assertThat(running.get("/api/journeys/nowhere/trend").status()).isEqualTo(404);
        assertThat(running.get("/api/journeys/welcome/trend?span=2y").status()).isEqualTo(400);
    }

    @Test
    void the_mailbox_is_listed_filtered_and_searched() {
        running.mailbox.put(mail("m1", new Rendered.Sms("+34600", "Your lamp is here")));
        running.mailbox.put(mail("m2", email("Ada, your cart", "<p>Hi</p>")));

        assertThat(ids("/api/mailbox")).containsExactly("m2", "m1");
        assertThat(ids("/api/mailbox?channel=sms")).containsExactly("m1");
        assertThat(ids("/api/mailbox?search=CART")).containsExactly("m2");
        assertThat(ids("/api/mailbox?before=2")).containsExactly("m1");
        assertThat(running.get("/api/mailbox/m2").json().get("subject").asText())
                .isEqualTo("Ada, your cart");
        assertThat(running.get("/api/mailbox/m3").status()).isEqualTo(404);
        assertThat(running.get("/api/mailbox?channel=pigeon").status()).isEqualTo(400);
    }

    @Test
    void the_html_of_a_mail_is_served_into_a_sandbox() {
        running.mailbox.put(mail("m1", email("Hi", "<script>alert(1)</script><p>Hello</p>")));

        var answer = running.get("/mailbox/m1/html");

        assertThat(answer.body()).contains("<p>Hello</p>");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("sandbox;")
                .contains("default-src 'none'")
                .doesNotContain("script");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void the_page_lets_no_script_in_but_its_own() {
        var answer = running.get("/journeys");

        assertThat(answer.body()).contains("/console/app.js");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-")
                .doesNotContain("unsafe");
        assertThat(running.get("/console/app.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(running.get("/console/vendor/preact.module.js").status()).isEqualTo(200);
        assertThat(running.get("/console/..%2f..%2flogback.xml").status()).isNotEqualTo(200);
        assertThat(running.get("/console/vendor/nothing.js").status()).isEqualTo(404);
    }

    @Test
    void a_name_that_was_made_to_point_here_is_refused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), running.gateway.port())) {
            OutputStream request = socket.getOutputStream();
            request.write("GET /api/journeys HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Casa Clara");
        }
    }

    @Test
    void changes_are_pushed_to_whoever_looks() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), running.gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream stream = socket.getInputStream();
            readUntil(stream, "\"size\":0");

            running.facts.write(new ShopFacts(ShopJourneys.WELCOME, RunningGateway.NOW)
                    .enters("ada")
                    .list());
            readUntil(stream, "\"entered\":1");

            running.mailbox.put(mail("m1", email("Hi", "<p>Hello</p>")));
            readUntil(stream, "\"size\":1");
        }
    }

    @Test
    void health_and_status_are_told() {
        running.board.refuse(List.of());

        assertThat(running.get("/health").body()).contains("up");
        JsonNode status = running.get("/api/status").json();
        assertThat(status.get("journeys").asInt()).isEqualTo(3);
        assertThat(status.get("eventLog").asText()).isEqualTo("reachable");
        assertThat(status.get("now").asText()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void a_failed_recording_is_repeated_and_counted_once() {
        running.journal.failOnce(new IllegalStateException("disk full"));

        running.facts.write(new ShopFacts(ShopJourneys.WELCOME, RunningGateway.NOW)
                .enters("ada")
                .list());

        await().atMost(Duration.ofSeconds(5)).until(() -> running.facts.committed() == 1);
        assertThat(running.journal.counts()).singleElement().satisfies(count -> assertThat(count.count())
                .isEqualTo(1));
    }

    private static void readUntil(InputStream stream, String expected) throws Exception {
        var read = new StringBuilder();
        while (read.indexOf(expected) < 0) {
            int next = stream.read();
            assertThat(next).as("stream ended after: %s", read).isNotNegative();
            read.append((char) next);
        }
    }

    private List<String> ids(String path) {
        var ids = new java.util.ArrayList<String>();
        running.get(path)
                .json()
                .get("messages")
                .forEach(message -> ids.add(message.get("id").asText()));
        return ids;
    }

    private static JsonNode journey(JsonNode answer, String id) {
        for (JsonNode journey : answer.get("journeys")) {
            if (journey.get("id").asText().equals(id)) {
                return journey;
            }
        }
        throw new AssertionError("no journey " + id + " in " + answer);
    }

    private static Rendered email(String subject, String html) {
        return new Rendered.Email("ada@example.com", "shop@example.com", subject, "", "Hi", html);
    }

    private static MailboxEntry mail(String id, Rendered content) {
        return new MailboxEntry(
                0,
                new MessageId(id),
                new JourneyId("welcome"),
                new RunId("run"),
                new StepId("hello"),
                new CustomerId("ada"),
                "offers",
                RunningGateway.NOW,
                content);
    }
}

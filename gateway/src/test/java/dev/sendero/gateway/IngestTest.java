package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sendero.api.event.ApiTriggers;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.gateway.events.EventClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {

    private static RunningGateway running;

    @BeforeAll
    static void start() {
        running = new RunningGateway();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void empty() {
        running.events.startAnew();
    }

    @Test
    void a_batch_of_an_sdk_is_in_the_log_when_the_answer_comes() {
        var answer = running.post("/v1/batch", """
                {"batch": [
                  {"type": "identify", "messageId": "m1", "userId": "ada", "timestamp": "2026-03-02T08:00:00.500Z",
                   "traits": {"email": "ada@example.com"}},
                  {"type": "track", "messageId": "m2", "userId": "ada", "event": "Product Added",
                   "timestamp": "2026-03-02T09:59:00+01:00", "properties": {"price": 35, "gift": true, "note": null,
                   "tags": ["a", 1.5]}, "context": {"library": {"name": "analytics.js"}}},
                  {"type": "page", "messageId": "m3", "anonymousId": "x1", "name": "Home",
                   "timestamp": "2026-03-02T08:59:30Z"}
                 ], "sentAt": "2026-03-02T09:00:00Z", "context": {}}
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertThat(running.events.events()).hasSize(3);
        Event added = running.events.events().get(1);
        assertThat(added.name()).isEqualTo("Product Added");
        assertThat(added.timestamp()).isEqualTo(Instant.parse("2026-03-02T08:59:00Z"));
        assertThat(added.properties())
                .isEqualTo(Map.of("price", 35L, "gift", true, "tags", java.util.List.of("a", 1.5)));
        Event page = running.events.events().get(2);
        assertThat(page.customer().value()).isEqualTo("x1");
        assertThat(page.properties()).isEqualTo(Map.of("name", "Home"));
        assertThat(running.events.lastReceivedAt()).isEqualTo(RunningGateway.NOW);
    }

    @Test
    void a_call_that_starts_a_journey_is_an_event_of_its_name() {
        var answer = running.post("/v1/journeys/password-reset/trigger", """
                {"userId": "ada", "messageId": "m1", "properties": {"link": "https://example.com/reset"}}
                """);

        assertThat(answer.status()).isEqualTo(200);
        Event called = running.events.events().get(0);
        assertThat(called.id().value()).isEqualTo("m1");
        assertThat(called.customer().value()).isEqualTo("ada");
        assertThat(called.name()).isEqualTo(ApiTriggers.eventOf("password-reset"));
        assertThat(called.properties()).isEqualTo(Map.of("link", "https://example.com/reset"));
    }

    @Test
    void a_call_of_no_journey_is_not_found() {
        var answer = running.post("/v1/journeys/password%20reset/trigger", "{\"userId\": \"ada\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("error").asText()).isEqualTo("no journey is called 'password reset'");
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void the_event_of_a_login_has_both_ids() {
        running.post("/v1/identify", "{\"userId\": \"ada\", \"anonymousId\": \"device-1\"}");
        running.post("/v1/page", "{\"anonymousId\": \"device-1\"}");
        running.post("/v1/page", "{\"userId\": \"ada\", \"anonymousId\": \" \"}");

        assertThat(running.events.events())
                .extracting(event -> event.customer().value(), Event::anonymousId, Event::isAnonymous)
                .containsExactly(
                        tuple("ada", "device-1", false), tuple("device-1", "device-1", true), tuple("ada", "", false));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/track, TRACK",
        "/v1/identify, IDENTIFY",
        "/v1/page, PAGE",
        "/v1/screen, SCREEN",
        "/v1/t, TRACK",
    })
    void each_kind_of_call_has_a_path_of_its_own(String path, EventType type) {
        var answer = running.post(path, "{\"userId\": \"ada\", \"event\": \"Signed Up\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(running.events.events()).extracting(Event::type).containsExactly(type);
    }

    @Test
    void an_event_without_an_id_and_a_time_gets_both() {
        running.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"Signed Up\"}");
        running.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"Signed Up\"}");

        assertThat(running.events.events()).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(running.events.events()).extracting(Event::timestamp).containsOnly(RunningGateway.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        // The device's clock is an hour behind; the event is ten minutes old.
        "2026-03-02T07:50:00Z, 2026-03-02T08:00:00Z, 2026-03-02T08:50:00Z",
        // The device says that it sent the event before it happened, or a month later: no correction is to be trusted.
        "2026-03-02T08:00:00Z, 2026-03-02T07:00:00Z, 2026-03-02T09:00:00Z",
        "2026-02-01T08:00:00Z, 2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z",
    })
    void a_wrong_clock_of_a_device_is_corrected_within_bounds(String original, String sentAt, Instant expected) {
        running.post(
                "/v1/batch",
                "{\"sentAt\": \"" + sentAt
                        + "\", \"batch\": [{\"type\": \"track\", \"userId\": \"ada\", \"event\": \"E\","
                        + " \"originalTimestamp\": \"" + original + "\"}]}");

        assertThat(running.events.events()).extracting(Event::timestamp).containsExactly(expected);
    }

    @Test
    void one_malformed_event_keeps_the_whole_batch_out_and_everything_wrong_is_told() {
        var answer = running.post("/v1/batch", """
                {"batch": [
                  {"type": "track", "userId": "ada", "event": "Good"},
                  {"type": "trak", "event": "Bad"},
                  "not an object",
                  {"type": "track", "userId": "ada", "event": "Bad time", "timestamp": "yesterday"},
                  {"type": "track", "userId": "ada", "event": "Bad map", "properties": [1]}
                ]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("problems"))
                .extracting(problem -> problem.get("index").asInt())
                .contains(1, 2, 3, 4)
                .doesNotContain(0);
        assertThat(answer.body()).contains("type: 'trak'", "userId: absent", "not a JSON object", "'yesterday'");
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void nobody_is_erased_by_an_event_from_outside() {
        var answer = running.post("/v1/batch", "{\"batch\": [{\"type\": \"erase\", \"userId\": \"ada\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void a_heartbeat_from_outside_is_no_event() {
        var answer = running.post("/v1/batch", "{\"batch\": [{\"type\": \"heartbeat\", \"userId\": \"ada\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void calls_that_journeys_have_no_use_for_do_not_stop_the_others() {
        var answer = running.post(
                "/v1/batch",
                "{\"batch\": [{\"type\": \"group\", \"userId\": \"ada\", \"groupId\": \"g\"},"
                        + " {\"type\": \"track\", \"userId\": \"ada\", \"event\": \"E\"}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(running.events.events()).hasSize(1);
    }

    @Test
    void a_packed_body_is_unpacked() {
        byte[] body = "{\"userId\": \"zoë\", \"event\": \"E\"}".getBytes(StandardCharsets.UTF_8);

        var answer = running.post(
                "/v1/track",
                RunningGateway.gzip(body),
                "Authorization",
                RunningGateway.basic(RunningGateway.KEY),
                "Content-Encoding",
                "gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(running.events.events().get(0).customer().value()).isEqualTo("zoë");
    }

    @Test
    void a_key_in_the_body_is_as_good_as_one_in_the_header() {
        byte[] body = ("{\"writeKey\": \"" + RunningGateway.KEY + "\", \"userId\": \"ada\", \"event\": \"E\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(running.post("/v1/track", body).status()).isEqualTo(200);
    }

    @Test
    void without_a_key_or_with_a_wrong_one_nothing_is_accepted_and_nothing_is_told() {
        byte[] body = "{\"userId\": \"ada\", \"event\": \"E\"}".getBytes(StandardCharsets.UTF_8);
        byte[] malformed = "{\"userId\":".getBytes(StandardCharsets.UTF_8);

        assertThat(running.post("/v1/track", body).status()).isEqualTo(401);
        assertThat(running.post("/v1/track", malformed).status()).isEqualTo(401);
        assertThat(running.post("/v1/track", body, "Authorization", RunningGateway.basic("wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(running.post("/v1/track", body, "Authorization", "Basic %%%").status())
                .isEqualTo(401);
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void too_large_a_body_is_refused_packed_or_not() {
        byte[] large = ("{\"userId\": \"ada\", \"event\": \"E\", \"x\": \"" + "a".repeat(600_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String basic = RunningGateway.basic(RunningGateway.KEY);

        assertThat(running.post("/v1/track", large, "Authorization", basic).status())
                .isEqualTo(413);
        assertThat(running.post(
                                "/v1/track",
                                RunningGateway.gzip(large),
                                "Authorization",
                                basic,
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void too_large_an_event_is_refused_by_its_place() {
        String large = "{\"type\": \"track\", \"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"x\": \""
                + "a".repeat(33_000) + "\"}}";

        var answer = running.post(
                "/v1/batch",
                "{\"batch\": [{\"type\": \"track\", \"userId\": \"ada\", \"event\": \"E\"}, " + large + "]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("problems").get(0).get("index").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"userId\": \"ada\", \"event\": \"E\"",
                "{\"userId\": \"ada\", \"event\": \"E\"} {}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"event\": \"F\"}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"a\": 1, \"a\": 2}}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"a\": 1e999}}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"a\": NaN}}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"a\": \"\\ud800\"}}",
                "{\"userId\": \"ada\", \"event\": \"E\", \"timestamp\": \"+99999-01-01T00:00:00Z\"}",
                "{\"userId\": {}, \"event\": \"E\"}",
                "{\"userId\": \"ada\"}",
            })
    void malformed_calls_are_refused(String body) {
        assertThat(running.post("/v1/track", body).status()).isEqualTo(400);
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void what_only_an_attacker_sends_is_refused_quickly() {
        String before = "{\"userId\": \"ada\", \"event\": \"E\", \"properties\": {\"a\": ";
        String deep = before + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        String number = before + "1".repeat(400_000) + "}}";
        byte[] notUtf8 = (before + "\"ÿ\"}}").getBytes(StandardCharsets.ISO_8859_1);
        long began = System.nanoTime();

        assertThat(running.post("/v1/track", deep).status()).isEqualTo(400);
        assertThat(running.post("/v1/track", number).status()).isEqualTo(400);
        assertThat(running.post("/v1/track", notUtf8, "Authorization", RunningGateway.basic(RunningGateway.KEY))
                        .status())
                .isEqualTo(400);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(running.events.events()).isEmpty();
    }

    @Test
    void while_the_log_is_away_the_sender_is_asked_to_come_back() {
        running.events.goAway();

        var answer = running.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"E\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_page_of_any_site_may_send() {
        assertThat(running.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"E\"}")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void a_simulation_lets_nobody_else_write() {
        try (var demo =
                new RunningGateway(java.time.InstantSource.fixed(RunningGateway.NOW), GatewaySettings.Ingest.CLOSED)) {
            var answer = demo.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"E\"}");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("simulation");
            assertThat(demo.events.events()).isEmpty();
        }
    }

    @Test
    void a_replay_moves_its_clock_by_what_was_accepted() {
        var clock = new EventClock(Instant.EPOCH);
        try (var replay = new RunningGateway(clock, GatewaySettings.Ingest.OPEN)) {
            String call = "{\"userId\": \"ada\", \"event\": \"E\", \"timestamp\": \"2024-05-01T10:00:00Z\"}";
            replay.post("/v1/track", call);
            replay.events.goAway();
            replay.post("/v1/track", call.replace("10:00", "11:00"));

            assertThat(clock.instant()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
            assertThat(replay.events.lastReceivedAt()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
        }
    }

    @Test
    void what_was_accepted_and_refused_is_counted() {
        running.post("/v1/track", "{\"userId\": \"ada\", \"event\": \"E\"}");
        running.post("/v1/track", "{}");

        assertThat(running.get("/metrics").body())
                .contains("sendero_ingest_accepted_events_total ")
                .contains("sendero_ingest_refused_requests_total{status=\"400\"}");
    }
}

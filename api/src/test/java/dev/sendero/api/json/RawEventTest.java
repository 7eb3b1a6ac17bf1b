package dev.sendero.api.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RawEventTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00Z");

    /** Set this system property to a seed that has failed. */
    private static final String SEED = "sendero.seed";

    @Test
    void an_event_that_is_parsed_later_is_the_event_that_is_parsed_at_once() throws IOException {
        long seed = Long.getLong(SEED, System.nanoTime());
        var jsons = new RandomEventJson(new Random(seed));
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] json = jsons.event();
            String what = "-D" + SEED + "=" + seed + ": " + new String(json, UTF_8);
            Outcome<Event> atOnce = Outcome.of(() -> EventJson.read(json, RECEIVED));
            Outcome<RawEvent> raw = Outcome.of(() -> EventJson.readRaw(json, RECEIVED));
            assertThat(raw.failure()).as(what).isEqualTo(atOnce.failure());
            if (raw.result().isPresent()) {
                RawEvent event = raw.result().get();
                assertThat(event.parse()).as(what).isEqualTo(atOnce.result().orElseThrow());
                assertThat(writtenAndRead(event)).as(what).isEqualTo(event);
                assertThat(event.parse(Set.of("a", "price", "name", "gone")).properties())
                        .as(what)
                        .isEqualTo(only(event.parse().properties(), "a", "price", "name"));
                read++;
            }
        }
        assertThat(read).as("-D%s=%d", SEED, seed).isBetween(1_000, 4_900);
    }

    private static RawEvent writtenAndRead(RawEvent event) throws IOException {
        return new RawEvent(
                event.id(),
                event.type(),
                event.name(),
                event.customer(),
                event.anonymousId(),
                event.timestamp(),
                event.title(),
                writtenAndRead(event.properties()),
                writtenAndRead(event.traits()));
    }

    private static JsonObject writtenAndRead(JsonObject object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        object.writeJson(new DataOutputStream(bytes));
        assertThat(bytes.size()).isEqualTo(object.jsonLength());
        return object.isParsed() ? JsonObject.of(object.read()) : JsonObject.ofWellFormed(bytes.toByteArray());
    }

    private static Map<String, Object> only(Map<String, Object> object, String... names) {
        var some = new LinkedHashMap<>(object);
        some.keySet().retainAll(List.of(names));
        return some;
    }

    @Test
    void an_event_with_a_byte_order_mark_or_in_another_encoding_is_read_alike() throws MalformedJson {
        String json = "{\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"X\",\"properties\":{\"a\":\"\u00e4\"}}";

        for (byte[] bytes : List.of(("\ufeff" + json).getBytes(UTF_8), json.getBytes(UTF_16LE))) {
            RawEvent raw = EventJson.readRaw(bytes, RECEIVED);
            assertThat(raw.parse()).isEqualTo(EventJson.read(bytes, RECEIVED));
            assertThat(raw.parse().properties()).isEqualTo(Map.of("a", "\u00e4"));
        }
    }

    @Test
    void a_text_that_is_too_long_is_found_in_an_event_that_is_not_parsed() {
        byte[] json = ("{\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"X\",\"properties\":{\"a\":[\""
                        + "x".repeat(65_537) + "\"]}}")
                .getBytes(UTF_8);

        assertThatThrownBy(() -> EventJson.read(json, RECEIVED)).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> EventJson.readRaw(json, RECEIVED)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void the_name_of_a_page_is_a_property_unless_there_is_another() throws MalformedJson {
        var page = EventJson.readRaw(
                "{\"messageId\":\"m\",\"userId\":\"ada\",\"type\":\"page\",\"name\":\"Home\"}".getBytes(UTF_8),
                RECEIVED);

        assertThat(page.parse(Set.of("name")).properties()).isEqualTo(Map.of("name", "Home"));
        assertThat(page.parse(Set.of("url")).properties()).isEmpty();
        assertThat(page.of(new CustomerId("bob")).at(RECEIVED.plusSeconds(1)).parse())
                .isEqualTo(page.parse().of(new CustomerId("bob")).at(RECEIVED.plusSeconds(1)));
    }

    private record Outcome<T>(Optional<T> result, String failure) {

        interface Reading<T> {
            T read() throws MalformedJson;
        }

        static <T> Outcome<T> of(Reading<T> reading) {
            try {
                return new Outcome<>(Optional.of(reading.read()), "");
            } catch (MalformedJson malformed) {
                return new Outcome<>(Optional.empty(), String.valueOf(malformed.getMessage()));
            }
        }
    }
}

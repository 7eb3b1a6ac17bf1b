package dev.sendero.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyRecordsTest {

    private static final JourneyPublication WELCOME = PublishedJourney.live(
                    "welcome", "v1", "Account Created", Instant.parse("2026-03-01T10:00:00Z"))
            .publication();

    @Test
    void a_publication_is_read_as_it_was_written() {
        assertThat(JourneyRecords.read(record(WELCOME.topicKey(), WireJson.write(WELCOME))))
                .map(JourneyRecord::change)
                .contains(new JourneyChange.Published(WELCOME));
    }

    @Test
    void a_record_without_a_value_removes_what_has_its_key() {
        assertThat(JourneyRecords.read(record("welcome@v1", null)))
                .map(JourneyRecord::change)
                .contains(new JourneyChange.Removed("welcome@v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"journey\": \"a\", \"version\": \"1\", \"effectiveAt\": \"2026-03-01T10:00:00Z\", \"file\": \"a\"}",
                "{\"journey\": \"a\", \"version\": \"1\", \"effectiveAt\": \"2026-03-01T10:00:00Z\", \"file\": \"a\", \"files\": {\"a\": null}}",
                "{\"journey\": \"a\", \"version\": \"1\", \"effectiveAt\": \"+1000000000-01-01T00:00:00Z\", \"file\": \"a\", \"files\": {}}"
            })
    void what_is_no_publication_is_left_out_rather_than_a_failure_of_the_job(String json) {
        assertThat(JourneyRecords.read(record("a@1", json.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>("journeys", 0, 7, key.getBytes(StandardCharsets.UTF_8), value);
    }
}

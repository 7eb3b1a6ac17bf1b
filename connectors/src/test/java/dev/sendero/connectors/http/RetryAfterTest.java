package dev.sendero.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'', PT0S",
        "0, PT0S",
        "37, PT37S",
        "' 120 ', PT2M",
        "'Sun, 01 Mar 2026 10:00:30 GMT', PT30S",
        "'Sun, 01 Mar 2026 09:00:00 GMT', PT0S",
        "999999, PT24H",
        "99999999999999999999, PT24H",
        "-5, PT0S",
        "soon, PT0S"
    })
    void it_is_seconds_or_a_date_and_a_day_at_most(String header, Duration expected) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(expected);
    }
}

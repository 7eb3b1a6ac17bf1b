package dev.sendero.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.1Z, 2026-03-01T10:00:00.100Z",
        "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00.123+02:00, 2026-03-01T08:00:00.123Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2026-12-31T23:59:60Z, 2026-12-31T23:59:59Z",
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "+12026-03-01T10:00:00Z, +12026-03-01T10:00:00Z",
        "-2026-03-01T10:00:00Z, -2026-03-01T10:00:00Z",
        "2026-03-01t10:00:00z, 2026-03-01T10:00:00Z"
    })
    void a_time_is_what_the_library_makes_of_it(String text, String time) {
        assertThat(IsoTime.parse(text)).isEqualTo(Instant.parse(time));
    }

    @Test
    void random_times_are_read_back() {
        var random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            var time = Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            assertThat(IsoTime.parse(time.toString())).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00",
                "2026-13-01T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01 10:00:00Z",
                "2026-03-01T10:00:00,1Z",
                "2026-03-01T10:00:00.1234567890Z",
                "Z",
                "",
                "20\u0661\u06616-03-01T10:00:00Z",
                "2026-03-01T10:0:00.0Z",
                "2026-00-01T10:00:00Z",
                "tomorrow"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> IsoTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}

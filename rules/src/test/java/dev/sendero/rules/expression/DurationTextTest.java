package dev.sendero.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "30m, PT30M",
        "24h, PT24H",
        "3d, P3D",
        "2w, P14D",
        "1h30m, PT90M",
        "2w1d, P15D",
        "0s, PT0S"
    })
    void a_duration_is_a_number_and_a_unit(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "d", "3 d", "3x", "-3d", "3.5h", "3D", "1y", "1h ", "9999999999s"})
    void anything_else_is_none(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT90S, 1m30s", "P14D, 14d", "PT25H, 1d1h", "PT0.5S, 0s"})
    void a_duration_is_written_as_it_is_read(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}

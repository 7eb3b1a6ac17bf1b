package dev.sendero.rules.journey.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.DurationText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @Test
    void units_may_be_combined() {
        assertThat(DurationText.parse("30s")).contains(Duration.ofSeconds(30));
        assertThat(DurationText.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(DurationText.parse("2w1d")).contains(Duration.ofDays(15));
    }

    @Test
    void a_day_has_24_hours() {
        assertThat(DurationText.parse("1d")).isEqualTo(DurationText.parse("24h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "h", "1 h", "1y", "-1h", "1.5h", "1h ", "1hour", "99999999999h"})
    void nothing_else_is_a_duration(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}

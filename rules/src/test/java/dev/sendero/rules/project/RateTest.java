package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void a_rate_is_a_number_of_calls_in_a_time() {
        assertThat(Rate.parse("10/s")).contains(new Rate(10, Duration.ofSeconds(1)));
        assertThat(Rate.parse("100/m")).contains(new Rate(100, Duration.ofMinutes(1)));
        assertThat(Rate.parse("190/10s")).contains(new Rate(190, Duration.ofSeconds(10)));
        assertThat(Rate.parse("1/1d").orElseThrow().perSecond()).isEqualTo(1 / 86_400.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/", "/s", "0/s", "-1/s", "1.5/s", "10/x", "10/2d", "1000001/s", "10 / s"})
    void other_texts_are_none(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }
}

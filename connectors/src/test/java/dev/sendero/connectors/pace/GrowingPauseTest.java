package dev.sendero.connectors.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final GrowingPause pause = new GrowingPause(Duration.ofSeconds(5), Duration.ofSeconds(15));

    @Test
    void it_is_twice_as_long_each_time_and_never_longer_than_the_longest() {
        assertThat(begunAt(TEN)).isEqualTo(Duration.ofSeconds(5));
        assertThat(begunAt(TEN.plusSeconds(5))).isEqualTo(Duration.ofSeconds(10));
        assertThat(begunAt(TEN.plusSeconds(15))).isEqualTo(Duration.ofSeconds(15));
        assertThat(begunAt(TEN.plusSeconds(30))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void one_that_is_on_is_made_no_longer() {
        pause.begin(TEN);

        assertThat(begunAt(TEN.plusSeconds(2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(pause.isOn(TEN.plusSeconds(5))).isFalse();
    }

    @Test
    void when_all_is_well_the_next_is_as_short_as_the_first() {
        pause.begin(TEN);
        pause.forget();

        assertThat(pause.isRemembered()).isFalse();
        assertThat(begunAt(TEN.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(pause.isRemembered()).isTrue();
    }

    private Duration begunAt(Instant now) {
        pause.begin(now);
        return pause.left(now);
    }
}

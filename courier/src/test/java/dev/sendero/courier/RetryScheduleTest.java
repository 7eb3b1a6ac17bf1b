package dev.sendero.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    /** Half of the range of all numbers: as much too short as too long. */
    private static final RandomGenerator NO_JITTER = () -> Long.MIN_VALUE;

    @Test
    void pauses_grow_up_to_the_longest() {
        var schedule = new RetrySchedule(Duration.ofMinutes(1), 3, Duration.ofMinutes(20), Duration.ofDays(4));

        assertThat(Stream.of(1, 2, 3, 4, 1_000).map(attempt -> schedule.pauseAfter(attempt, NO_JITTER)))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(20));
    }

    @Test
    void pauses_differ_by_a_fifth_at_most() {
        var schedule = RetrySchedule.of(Channel.EMAIL);
        var random = new SplittableRandom(1);

        assertThat(Stream.generate(() -> schedule.pauseAfter(1, random))
                        .limit(1_000)
                        .distinct())
                .hasSizeGreaterThan(500)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(48)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(72)) <= 0);
    }
}

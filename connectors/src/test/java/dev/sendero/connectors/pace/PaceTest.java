package dev.sendero.connectors.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** Begins where the counter of the platform wraps around. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final Pace twoASecond = new Pace(2, Duration.ofSeconds(1), nanos::get);

    @Test
    void calls_of_one_come_in_equal_distances_and_those_of_others_beside_them() {
        assertThat(twoASecond.waitFor("one")).isZero();
        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofMillis(500));
        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofSeconds(1));
        assertThat(twoASecond.waitFor("another")).isZero();
    }

    @Test
    void who_has_a_quarter_of_the_rate_makes_a_quarter_of_the_calls() {
        twoASecond.use(0.25);

        assertThat(twoASecond.waitFor("one")).isZero();
        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void who_would_wait_too_long_takes_nobodys_turn() {
        twoASecond.waitFor("one");
        twoASecond.waitFor("one");
        twoASecond.waitFor("one");

        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofMillis(1500));
        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void what_was_not_used_is_not_saved_up() {
        twoASecond.waitFor("one");

        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(twoASecond.waitFor("one")).isZero();
        assertThat(twoASecond.waitFor("one")).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void an_interrupted_wait_is_no_turn() {
        twoASecond.waitFor("one");
        Thread.currentThread().interrupt();

        assertThat(twoASecond.await("one")).containsInstanceOf(Outcome.Postponed.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}

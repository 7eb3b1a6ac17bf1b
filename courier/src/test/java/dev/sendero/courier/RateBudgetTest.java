package dev.sendero.courier;

import static dev.sendero.courier.Post.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private final SettableClock wallClock = new SettableClock(TEN);

    @Test
    void no_more_begin_than_the_rate_allows() {
        assertThat(takenInTenSeconds(new RateBudget(50, wallClock), 1)).isBetween(500, 510);
    }

    @Test
    void instances_share_the_rate_as_they_share_the_partitions() {
        int large = takenInTenSeconds(new RateBudget(50, wallClock), 0.75);
        int small = takenInTenSeconds(new RateBudget(50, wallClock), 0.25);

        assertThat(large).isBetween(375, 386);
        assertThat(small).isBetween(125, 136);
    }

    @Test
    void a_slow_rate_is_kept_in_fractions_of_a_call() {
        var oneInTenSeconds = new RateBudget(0.1, wallClock);

        assertThat(takenInTenSeconds(oneInTenSeconds, 0.5)).isEqualTo(1);
        assertThat(takenInTenSeconds(oneInTenSeconds, 0.5)).isZero();
        assertThat(takenInTenSeconds(oneInTenSeconds, 0.5)).isEqualTo(1);
    }

    @Test
    void a_rest_is_not_made_up_for() {
        var budget = new RateBudget(50, wallClock);
        wallClock.advance(Duration.ofHours(1));

        assertThat(budget.take(1_000, 1)).isEqualTo(10);
    }

    @Test
    void calls_that_are_not_made_can_be_made_later() {
        var budget = new RateBudget(50, wallClock);
        int taken = budget.take(10, 1);
        assertThat(budget.take(1, 1)).isZero();

        budget.giveBack(taken);

        assertThat(budget.take(10, 1)).isEqualTo(taken);
    }

    @Test
    void without_a_limit_as_many_begin_as_are_wanted() {
        assertThat(RateBudget.unlimited(wallClock).take(1_000_000, 0.1)).isEqualTo(1_000_000);
    }

    private int takenInTenSeconds(RateBudget budget, double share) {
        int taken = 0;
        for (int round = 0; round < 200; round++) {
            wallClock.advance(Duration.ofMillis(50));
            taken += budget.take(1_000, share);
        }
        return taken;
    }
}

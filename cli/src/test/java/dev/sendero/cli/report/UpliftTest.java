package dev.sendero.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UpliftTest {

    private static final double FOUR_DIGITS = 0.00005;

    @Test
    void the_interval_is_the_one_that_newcombe_gives_for_his_examples() {
        assertInterval(Uplift.of(new Group(70, 56), new Group(80, 48)), 0.0524, 0.3339);
        assertInterval(Uplift.of(new Group(10, 9), new Group(10, 3)), 0.1705, 0.8090);
        assertInterval(Uplift.of(new Group(56, 5), new Group(29, 0)), -0.0381, 0.1926);
        assertInterval(Uplift.of(new Group(10, 10), new Group(10, 0)), 0.6075, 1.0000);
    }

    @Test
    void an_interval_that_holds_zero_shows_no_effect() {
        assertThat(Uplift.of(new Group(56, 5), new Group(29, 0)).isShown()).isFalse();
        assertThat(Uplift.of(new Group(70, 56), new Group(80, 48)).isShown()).isTrue();
        assertThat(Uplift.of(new Group(80, 48), new Group(70, 56)).isShown()).isTrue();
    }

    @Test
    void nobody_can_be_compared_with_nobody() {
        assertThatThrownBy(() -> Uplift.of(new Group(10, 1), Group.NOBODY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInterval(Uplift uplift, double low, double high) {
        assertThat(uplift.low()).isCloseTo(low, within(FOUR_DIGITS));
        assertThat(uplift.high()).isCloseTo(high, within(FOUR_DIGITS));
    }
}

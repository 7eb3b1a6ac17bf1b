package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flink CEP and the product's detector on the same events: exactly the same matches. */
class DifferentialTest {

    private static final int ENOUGH = 500;
    private static final int MOST_SETS = 10;

    @ParameterizedTest
    @EnumSource
    void both_find_the_same_in_all_short_histories(Shapes shapes) {
        var comparison = Comparison.of(shapes.triggers());
        var histories = new ArrayList<List<Event>>();
        for (int length = 1; length <= 4; length++) {
            History.ofLength(length, length <= 3 ? 25 : 3, history -> histories.add(history.events(shapes.alphabet())));
        }

        assertThat(comparison.run(histories))
                .allSatisfy((trigger, matches) -> assertThat(matches).isPositive());
    }

    @Test
    void both_find_the_same_for_random_triggers_in_random_histories() {
        long seed = System.nanoTime();
        int matches = 0;
        // Some triggers hardly ever match: others are made up until enough has been compared.
        for (int set = 0; set < MOST_SETS && matches <= ENOUGH; set++) {
            var comparison = Comparison.filtered(RandomTriggers.of(seed + 1_000L * set, 40));
            List<List<Event>> histories = LongStream.range(seed, seed + 500)
                    .mapToObj(RandomShopper::events)
                    .toList();
            matches += comparison.run(histories).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        assertThat(matches).isGreaterThan(ENOUGH);
    }
}

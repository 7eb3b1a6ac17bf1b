package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link DifferentialTest}, with longer histories and many random triggers. */
@Tag("slow")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LongDifferentialTest {

    /** What both sides are given at once. */
    private static final int BATCH = 5_000;

    private static final int LONGEST = 7;

    private static final long RANDOM_EVENTS = 1_000_000;
    private static final int RANDOM_SETS = 4;
    private static final int MOST_SETS = 12;
    private static final int RANDOM_TRIGGERS_EACH = 50;

    @ParameterizedTest
    @EnumSource
    void both_find_the_same_in_all_histories(Shapes shapes) {
        var comparison = Comparison.of(shapes.triggers());
        var histories = new ArrayList<List<Event>>();
        var matches = new TreeMap<String, Integer>();
        for (int length = 1; length <= LONGEST; length++) {
            int choicesOfGaps = length <= 4 ? 25 : length == 5 ? 5 : 1;
            History.ofLength(length, choicesOfGaps, history -> {
                histories.add(history.events(shapes.alphabet()));
                if (histories.size() == BATCH) {
                    add(comparison.run(histories), matches);
                    histories.clear();
                }
            });
        }
        add(comparison.run(histories), matches);

        assertThat(matches).allSatisfy((trigger, count) -> assertThat(count).isPositive());
    }

    @Test
    void both_find_the_same_for_random_triggers_in_random_histories() {
        long seed = System.nanoTime();
        long matches = 0;
        // Some triggers hardly ever match: others are made up until enough has been compared.
        for (int set = 0; set < RANDOM_SETS || set < MOST_SETS && matches <= RANDOM_EVENTS; set++) {
            var comparison = Comparison.filtered(RandomTriggers.of(seed + 1_000L * set, RANDOM_TRIGGERS_EACH));
            for (long events = 0, customer = seed; events < RANDOM_EVENTS; customer += BATCH) {
                List<List<Event>> histories = LongStream.range(customer, customer + BATCH)
                        .mapToObj(RandomShopper::events)
                        .toList();
                var found = new TreeMap<String, Integer>();
                add(comparison.run(histories), found);
                matches += found.values().stream().mapToLong(Integer::longValue).sum();
                events += histories.stream().mapToLong(List::size).sum();
            }
        }

        assertThat(matches).isGreaterThan(RANDOM_EVENTS);
    }

    private static void add(Map<String, Integer> found, Map<String, Integer> to) {
        found.forEach((trigger, count) -> to.merge(trigger, count, Integer::sum));
    }
}

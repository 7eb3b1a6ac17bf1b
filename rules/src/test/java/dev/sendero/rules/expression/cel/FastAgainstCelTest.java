package dev.sendero.rules.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FastAgainstCelTest {

    private static final Vocabulary VOCABULARY = Scopes.vocabulary(Use.TRIGGER, "added");

    /** Set this system property to a seed that has failed. */
    private static final String SEED = "sendero.seed";

    @Test
    void plain_java_and_cel_come_to_the_same_truth() {
        compare(60);
    }

    @Test
    @Tag("slow")
    void plain_java_and_cel_come_to_the_same_truth_over_many_conditions() {
        compare(5_000);
    }

    private static void compare(int conditions) {
        long seed = Long.getLong(SEED, System.nanoTime());
        var random = new Random(seed);
        var expressions = new RandomExpressions(random);
        var environment = new Environment(VOCABULARY, TrackingPlan.NONE);
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        int compared = 0;

        for (int round = 0; round < conditions; round++) {
            String source = expressions.condition(3);
            if (!(environment.check(source) instanceof Compiled<Checked> checked)) {
                continue;
            }
            var fast = CompiledCondition.of(source, Use.TRIGGER, checked.result());
            var byCel = CompiledCondition.byCel(source, Use.TRIGGER, checked.result());
            assertThat(fast).as("%s=%d: %s", SEED, seed, source).isInstanceOf(PlainCondition.class);
            for (int sample = 0; sample < 10; sample++) {
                var scope = expressions.scope();
                Truth truth = fast.test(scope);
                assertThat(truth)
                        .as("-D%s=%d: %s over %s", SEED, seed, source, scope)
                        .isEqualTo(byCel.test(scope));
                seen.merge(truth, 1, Integer::sum);
                compared++;
            }
        }

        assertThat(compared).as("%s=%d", SEED, seed).isGreaterThan(conditions);
        assertThat(seen).as("%s=%d", SEED, seed).containsOnlyKeys(Truth.values());
    }
}

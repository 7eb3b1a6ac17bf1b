package dev.sendero.rules.expression.fast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SatisfiabilityTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.traits.a > 5 && profile.traits.a < 5",
                "profile.traits.a > 5 && profile.traits.a <= 5",
                "profile.traits.a >= 6 && profile.traits.b == 1 && 5 > profile.traits.a",
                "profile.traits.a == 1 && profile.traits.a == 2",
                "profile.traits.a == 'x' && profile.traits.a != 'x'",
                "profile.traits.a in ['x', 'y'] && profile.traits.a == 'z'",
                "profile.traits.a in ['x', 'y'] && !(profile.traits.a in ['y', 'x'])",
                "profile.traits.a > 5 && profile.traits.a == 'x'",
                "!has(profile.traits.a) && profile.traits.a > 5",
                "has(profile.traits.a) && !has(profile.traits.a)",
                "'vip' in profile.segments && !('vip' in profile.segments)",
                "!(profile.traits.a < 5 || profile.traits.a >= 5)",
                "profile.traits.a == true && profile.traits.a == false",
                "1 > 2",
                "profile.traits.a < profile.traits.a",
                "profile.traits.a in []",
            })
    void a_contradiction_is_never_true(String source) {
        assertThat(Satisfiability.canBeTrue(predicate(source))).isFalse();
        assertThat(Satisfiability.canBeFalse(predicate("!(" + source + ")"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.traits.a > 5 && profile.traits.a < 6",
                "profile.traits.a >= 5 && profile.traits.a <= 5",
                "profile.traits.a > 5 && profile.traits.b < 5",
                "profile.traits.a == 'x' || profile.traits.a == 'y'",
                "profile.traits.a in ['x', 'y'] && profile.traits.a != 'x'",
                "profile.traits.a != 'x' && profile.traits.a != 'y'",
                "'vip' in profile.segments && !('new' in profile.segments)",
                "has(profile.traits.a) && profile.traits.a > 5",
                "profile.traits.a > profile.traits.b && profile.traits.b > profile.traits.a",
                "(profile.traits.a > 5 && profile.traits.a < 3) || profile.traits.b",
            })
    void what_may_be_either_is_left_alone(String source) {
        assertThat(Satisfiability.canBeTrue(predicate(source))).isTrue();
        assertThat(Satisfiability.canBeFalse(predicate(source))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "profile.traits.a >= 100 | profile.traits.a >= 20 | true",
                "profile.traits.a >= 20 | profile.traits.a >= 100 | false",
                "profile.traits.a == 'x' | profile.traits.a in ['x', 'y'] | true",
                "profile.traits.a >= 100 && profile.traits.b | profile.traits.a >= 20 | true",
                "profile.traits.a >= 100 | profile.traits.a >= 20 && profile.traits.b | false",
                "profile.traits.a >= 100 | !has(profile.traits.a) | false",
                "!has(profile.traits.a) | profile.traits.a >= 100 | false",
            })
    void a_condition_is_covered_by_one_that_is_true_whenever_it_is(String later, String earlier, boolean covered) {
        assertThat(Satisfiability.isCovered(predicate(later), List.of(predicate(earlier))))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile.traits.a", "profile.traits.a != 3"})
    void two_together_cover_what_neither_does_alone(String later) {
        List<Predicate> halves = Stream.of("profile.traits.b < 5", "profile.traits.b >= 5")
                .map(SatisfiabilityTest::predicate)
                .toList();

        assertThat(Satisfiability.isCovered(predicate(later + " && profile.traits.b < 9"), halves))
                .isTrue();
        assertThat(Satisfiability.isCovered(predicate(later), halves)).isFalse();
    }

    private static Predicate predicate(String source) {
        Compilation<Condition> compiled = COMPILER.condition(source, new Vocabulary(Use.PROFILE, Set.of(), Map.of()));
        return ((PlainCondition) ((Compilation.Compiled<Condition>) compiled).result()).predicate();
    }
}

package dev.sendero.rules.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.UnnamedTrait;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraitCallsTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    private static Compilation<Condition> compile(String source, Use use) {
        return COMPILER.condition(source, new Vocabulary(use, Set.of(), Map.of()));
    }

    private static Condition condition(String source) {
        return ((Compilation.Compiled<Condition>) compile(source, Use.RUN)).result();
    }

    @Test
    void a_call_is_a_trait_that_is_known_by_its_text_and_read_in_plain_java() {
        Condition condition = condition("count('Product Added', '24h') >= 3");

        assertThat(condition).isInstanceOf(PlainCondition.class);
        assertThat(condition.test(Scopes.traits("count(\"Product Added\", \"24h\")", 3L)))
                .isEqualTo(Truth.TRUE);
        assertThat(condition.test(Scopes.traits("count(\"Product Added\", \"24h\")", 2L)))
                .isEqualTo(Truth.FALSE);
        assertThat(condition.test(Scopes.traits())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void calls_may_be_part_of_a_computation() {
        Condition condition = condition("sum('Buy', 'total', '30d') / count('Buy', '30d') > 20");

        assertThat(condition.test(
                        Scopes.traits("sum(\"Buy\", \"total\", \"30d\")", 90L, "count(\"Buy\", \"30d\")", 4L)))
                .isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"TRIGGER", "RUN", "EVENT_IN_RUN", "PROFILE"})
    void they_may_be_used_in_any_condition(Use use) {
        assertThat(compile("count('A') > 1", use)).isInstanceOf(Compilation.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count('A', 'soon') > 1",
                "count('A', '0s') > 1",
                "count(profile.id) > 1",
                "count() > 1",
                "sum('A') > 1",
                "count('A', '1h', '2h') > 1"
            })
    void what_is_wrong_with_a_call_is_said(String source) {
        assertThat(compile(source, Use.RUN)).isInstanceOf(Compilation.Refused.class);
    }

    @Test
    void a_computed_trait_asks_for_no_other() {
        assertThat(compile("count('A') > 1", Use.EVENT)).isInstanceOf(Compilation.Refused.class);
        assertThat(compile("profile.traits.age > 1", Use.EVENT)).isInstanceOf(Compilation.Refused.class);
        assertThat(compile("event.properties.age > 1", Use.EVENT)).isInstanceOf(Compilation.Compiled.class);
    }

    @ParameterizedTest
    @CsvSource({"A, '', ''", "A, '', 24h", "A, total, ''", "'say \"A\", \"B\")', 'to\"tal', 30d"})
    void a_trait_is_found_again_by_its_text(String event, String property, String over) {
        var trait = new UnnamedTrait(event, property, over);

        assertThat(UnnamedTrait.ofName(trait.name())).contains(trait);
    }
}

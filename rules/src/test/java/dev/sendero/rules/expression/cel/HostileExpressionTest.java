package dev.sendero.rules.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Compilation.Refused;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an expression may cost. */
class HostileExpressionTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    @Test
    void nesting_is_bounded() {
        for (String source : new String[] {
            "(".repeat(1_500) + "true" + ")".repeat(1_500),
            "!".repeat(2) + "[".repeat(1_500) + "]".repeat(1_500),
            "profile" + ".a".repeat(1_500) + " == 1",
            "0" + " + 1".repeat(900) + " > 0"
        }) {
            assertThat(refused(source)).contains("this is nested too deeply");
        }
    }

    @Test
    void length_is_bounded() {
        assertThat(refused("true" + " || true".repeat(1_000))).contains("this is too long");
    }

    @Test
    void a_chain_of_a_hundred_conditions_is_fine() {
        String source = "profile.id == 'a'" + " || profile.id == 'a'".repeat(100);

        assertThat(CelCompilerTest.condition(source, Use.RUN).test(Scopes.traits()))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void loops_are_bounded_together() {
        var scope = Scopes.traits("numbers", LongStream.range(0, 100).boxed().toList());
        String source = "profile.traits.numbers.all(a, profile.traits.numbers.all(b, a + b >= 0))";

        assertThat(CelCompilerTest.condition(source, Use.RUN).test(scope)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_regular_expression_takes_linear_time() {
        var scope = Scopes.traits("text", "a".repeat(50_000) + "!");

        assertThat(CelCompilerTest.condition("profile.traits.text.matches('^(a+)+$')", Use.RUN)
                        .test(scope))
                .isEqualTo(Truth.FALSE);
    }

    private static String refused(String source) {
        Compilation<Condition> compilation = COMPILER.condition(source, Scopes.vocabulary(Use.RUN));
        assertThat(compilation).isInstanceOf(Refused.class);
        return ((Refused<Condition>) compilation).issues().get(0).message();
    }
}

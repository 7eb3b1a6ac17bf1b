package dev.sendero.rules.expression.fast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions taken apart, so that journeys can share what they have in common. */
final class PartsOfConditionsTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);
    private static final Vocabulary VOCABULARY =
            new Vocabulary(Use.TRIGGER, Set.of(), Map.of("added", new CapturedItem(Set.of(), false)));

    private static Predicate parsed(String source) {
        var compiled = (Compilation.Compiled<?>) COMPILER.condition(source, VOCABULARY);
        return ((PlainCondition) compiled.result()).predicate();
    }

    private static String text(String source) {
        return PredicateText.of(parsed(source));
    }

    @Test
    void conditions_that_say_the_same_have_one_text() {
        assertThat(text("event.properties.a == 1 && event.properties.b == 'x' && event.properties.a == 1"))
                .isEqualTo(text("event.properties.b=='x' && 1 == event.properties.a"));
        assertThat(text("has(event.properties.a) || event.properties.b"))
                .isEqualTo(text("event.properties.b || has(event.properties.a)"));
    }

    @Test
    void conditions_that_say_something_else_have_another_text() {
        assertThat(text("event.properties.a == 'x'")).isNotEqualTo(text("event.properties.a != 'x'"));
        assertThat(text("event.properties.a == '1'")).isNotEqualTo(text("event.properties.a == 1"));
        assertThat(text("event.properties.a in ['x', 'y']")).isNotEqualTo(text("event.properties.a in ['x\", \"y']"));
        assertThat(text("event.properties.a < now")).isNotEqualTo(text("event.properties.a > now"));
        assertThat(text("event.properties.a == 'x' && event.properties.b"))
                .isNotEqualTo(text("event.properties.a == 'x' || event.properties.b"));
    }

    @Test
    void a_threshold_is_found_whatever_is_said_besides() {
        Conjunction parts =
                Conjunction.of(parsed("event.properties.category == 'lamps' && 20 <= event.properties.price"));

        Threshold threshold = parts.threshold().orElseThrow();

        assertThat(threshold.property()).isEqualTo("price");
        assertThat(threshold.bound()).isEqualTo(20);
        assertThat(threshold.isMetBy(20)).isTrue();
        assertThat(threshold.isMetBy(19.9)).isFalse();
        assertThat(parts.without(threshold.predicate())).contains(parsed("event.properties.category == 'lamps'"));
        assertThat(parts.expectedText()).get().extracting(ExpectedText::text).isEqualTo("lamps");
    }

    @Test
    void a_threshold_is_not_looked_for_where_a_condition_may_hold_without_it() {
        assertThat(Conjunction.of(parsed("event.properties.a > 1 || event.properties.b > 1"))
                        .threshold())
                .isEmpty();
        assertThat(Conjunction.of(parsed("!(event.properties.a > 1)")).threshold())
                .isEmpty();
        assertThat(Conjunction.of(parsed("profile.traits.a > 1")).threshold()).isEmpty();
        assertThat(Conjunction.of(parsed("event.properties.a > 9007199254740993"))
                        .threshold())
                .isEmpty();
    }

    @Test
    void of_two_thresholds_the_same_one_is_taken_whatever_their_order() {
        Conjunction one = Conjunction.of(parsed("event.properties.a > 1 && event.properties.b > 2"));
        Conjunction other = Conjunction.of(parsed("event.properties.b > 20 && event.properties.a > 10"));

        assertThat(one.threshold().orElseThrow().text())
                .isEqualTo(other.threshold().orElseThrow().text());
    }

    @Test
    void captured_items_are_found_under_other_names() {
        Predicate predicate = parsed("event.properties.price > added.properties.price");

        assertThat(PredicateText.of(CapturedNames.renamed(predicate, name -> "0")))
                .contains("CAPTURED[\"0\".\"properties\".\"price\"]");
        assertThat(CapturedNames.isLookedAt(predicate)).isTrue();
        assertThat(CapturedNames.isLookedAt(parsed("event.properties.price > 1")))
                .isFalse();
    }
}

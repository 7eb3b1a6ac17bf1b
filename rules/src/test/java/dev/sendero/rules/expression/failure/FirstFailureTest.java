package dev.sendero.rules.expression.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.plan.TrackingPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstFailureTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    /** An event with a price of 12 of a customer on the free plan, after an item of 35. */
    private static final Scope SCOPE = Scope.of(
            Map.of(
                    "name",
                    "Product Added",
                    "timestamp",
                    "2026-03-02T11:50:00Z",
                    "properties",
                    Map.of("price", 12L, "sizes", List.of("S", "M"), "gift", false)),
            Map.of("id", "ada", "traits", Map.of("plan", "free"), "segments", List.of("vip")),
            Map.of(),
            Map.of("added", Map.of("name", "Product Added", "properties", Map.of("price", 35.50))),
            Instant.parse("2026-03-02T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "event.properties.price >= 20; price is 12, must be at least 20",
                "20 < event.properties.price; price is 12, must be more than 20",
                "event.properties.price < 10.5; price is 12, must be less than 10.5",
                "event.properties.weight > 3; weight is missing, must be more than 3",
                "event.properties.price > added.properties.price; price is 12, must be more than price of added (35.5)",
                "profile.traits.plan == 'pro'; trait plan is \"free\", must be \"pro\"",
                "profile.traits.plan != 'free'; trait plan is \"free\", must not be \"free\"",
                "profile.traits.email != ''; trait email is missing",
                "profile.traits.plan in ['pro', 'team']; trait plan is \"free\", must be one of \"pro\", \"team\"",
                "!('vip' in profile.segments); the customer's segments is [\"vip\"], must not contain \"vip\"",
                "has(event.properties.weight); weight is missing",
                "!has(event.properties.price); price is 12, must be missing",
                "event.properties.gift; gift is false, must be true",
                "event.properties.price >= 20 || profile.traits.plan == 'pro'; price is 12, must be at least 20, and"
                        + " trait plan is \"free\", must be \"pro\"",
                "event.properties.price > 10 && profile.traits.plan == 'pro' && event.properties.gift; trait plan is"
                        + " \"free\", must be \"pro\"",
                "event.properties.price * 2 > 30; 'event.properties.price * 2 > 30' does not hold:"
                        + " event.properties.price is 12",
                "event.properties.weight * 2 > 30; 'event.properties.weight * 2 > 30' cannot be told:"
                        + " event.properties.weight is missing"
            })
    void what_is_there_and_what_would_have_to_be_is_said_in_words(String source, String words) {
        assertThat(FirstFailure.of(condition(source), SCOPE))
                .hasValueSatisfying(failure -> assertThat(failure.words()).isEqualTo(words));
    }

    @Test
    void the_part_that_fails_is_named_with_the_values_that_it_looks_at() {
        var failure = FirstFailure.of(
                        condition("event.properties.price > 10 && event.properties.weight < event.properties.price"),
                        SCOPE)
                .orElseThrow();

        assertThat(failure.condition()).isEqualTo("event.properties.weight < event.properties.price");
        assertThat(failure.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(failure.values()).isEqualTo(Map.of("event.properties.price", 12L));
        assertThat(failure.missing()).containsExactly("event.properties.weight");
    }

    @Test
    void a_condition_that_is_true_has_not_failed() {
        assertThat(FirstFailure.of(condition("event.properties.price > 10"), SCOPE))
                .isEmpty();
        assertThat(FirstFailure.of(Condition.ALWAYS, SCOPE)).isEmpty();
    }

    private static Condition condition(String source) {
        var vocabulary = new Vocabulary(
                Use.TRIGGER, Set.of(), Map.of("added", new CapturedItem(Set.of("Product Added"), false)));
        return ((Compiled<Condition>) COMPILER.condition(source, vocabulary)).result();
    }
}

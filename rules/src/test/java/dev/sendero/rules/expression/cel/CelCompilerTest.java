package dev.sendero.rules.expression.cel;

import static dev.sendero.rules.expression.Truth.FALSE;
import static dev.sendero.rules.expression.Truth.TRUE;
import static dev.sendero.rules.expression.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelCompilerTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "event.properties.price >= 20; TRUE",
                "event.properties.price >= 20.5; TRUE",
                "event.properties.price == 20.5; TRUE",
                "event.properties.count == 3; TRUE",
                "event.properties.count == 3.0; TRUE",
                "event.properties.price < 20; FALSE",
                "event.properties.price * 2 == 41; TRUE",
                "event.properties.count / 2 == 1.5; TRUE",
                "event.properties.count + event.properties.price == 23.5; TRUE",
                "event.properties.name.startsWith('La') && size(event.properties.name) == 4; TRUE",
                "event.properties.name in ['Lamp', 'Chair']; TRUE",
                "event.properties.count in [1, 2.0, 3]; TRUE",
                "event.properties.items.exists(item, item.price > 5); TRUE",
                "event.properties.items.all(item, item.price > 5); FALSE",
                "event.properties['price'] > 20; TRUE",
                "has(event.properties.price); TRUE",
                "has(event.properties.colour); FALSE",
                "!has(event.properties.colour); TRUE",
                "event.properties.flag; TRUE",
                "event.name == 'Product Added'; TRUE",
                "now - event.timestamp > duration('5m'); TRUE",
                "now - event.timestamp > duration('1h'); FALSE",
                "event.timestamp < now; TRUE",
                "event.timestamp > timestamp('2026-03-02T00:00:00Z'); TRUE",
                "event.properties.name.matches('^L.*p$'); TRUE"
            })
    void a_condition_is_evaluated(String source, Truth expected) {
        var scope = Scopes.properties(
                "price",
                20.5,
                "count",
                3L,
                "name",
                "Lamp",
                "flag",
                true,
                "items",
                List.of(Map.of("price", 4L), Map.of("price", 6.5)));

        assertThat(condition(source, Use.TRIGGER).test(scope)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "event.properties.missing == 1; UNKNOWN",
                "event.properties.missing != 1; UNKNOWN",
                "!(event.properties.missing == 1); UNKNOWN",
                "event.properties.missing > 1; UNKNOWN",
                "event.properties.name > 1; UNKNOWN",
                "event.properties.name == 1; UNKNOWN",
                "event.properties.name != 1; UNKNOWN",
                "event.properties.name in [1, 2]; UNKNOWN",
                "event.properties.name; UNKNOWN",
                "event.properties.missing.deeper == 1; UNKNOWN",
                "has(event.properties.missing.deeper); UNKNOWN",
                "event.properties.missing == 1 && false; FALSE",
                "false && event.properties.missing == 1; FALSE",
                "event.properties.missing == 1 && true; UNKNOWN",
                "event.properties.missing == 1 || true; TRUE",
                "event.properties.missing == 1 || false; UNKNOWN",
                "event.properties.price / 0 > 1; UNKNOWN",
                "event.properties.name.matches(event.properties.regex); UNKNOWN",
                "duration(event.properties.name) > duration('1h'); UNKNOWN",
                "(event.properties.missing == 1 ? true : true); UNKNOWN"
            })
    void what_is_missing_or_of_the_wrong_type_is_unknown(String source, Truth expected) {
        var scope = Scopes.properties("price", 20L, "name", "Lamp", "regex", "(");

        assertThat(condition(source, Use.TRIGGER).test(scope)).isEqualTo(expected);
    }

    @Test
    void captured_items_are_named_directly_inside_the_trigger_and_below_run_after_it() {
        var added = Scopes.event("Product Added", "2026-03-02T10:00:00Z", "price", 35L);

        assertThat(condition("added.properties.price == 35 && now - added.timestamp == duration('2h')", Use.TRIGGER)
                        .test(Scopes.captured(Map.of("added", added))))
                .isEqualTo(TRUE);
        assertThat(condition("run.added.properties.price == 35 && run.trigger.name == 'Product Added'", Use.RUN)
                        .test(Scopes.run(Map.of("added", added, "trigger", added))))
                .isEqualTo(TRUE);
    }

    @Test
    void a_repeated_item_lists_all_its_events_with_their_times() {
        var first = Scopes.event("Product Viewed", "2026-03-02T10:00:00Z", "price", 35L);
        var last = Scopes.event("Product Viewed", "2026-03-02T11:00:00Z", "price", 40.5);
        last.put("all", List.of(first, Map.copyOf(last)));
        var scope = Scopes.run(Map.of("added", last));

        assertThat(condition("size(run.added.all) == 2", Use.RUN).test(scope)).isEqualTo(TRUE);
        assertThat(condition("run.added.all.exists(e, now - e.timestamp == duration('2h'))", Use.RUN)
                        .test(scope))
                .isEqualTo(TRUE);
        assertThat(condition("run.added.all[0].timestamp < run.added.timestamp", Use.RUN)
                        .test(scope))
                .isEqualTo(TRUE);
        assertThat(value("run.added.all.map(e, e.properties.price)").evaluate(scope))
                .contains(List.of(35L, 40.5));
        assertThat(value("run.added.all[0].timestamp").evaluate(scope)).contains("2026-03-02T10:00:00Z");
    }

    @Test
    void segments_and_traits_of_the_profile_are_at_hand_everywhere_but_in_a_trait() {
        var scope = Scopes.traits("email", "ada@example.com", "plan", "pro");

        for (Use use : EnumSet.complementOf(EnumSet.of(Use.EVENT))) {
            assertThat(condition("profile.traits.email != '' && !('gold' in profile.segments)", use)
                            .test(scope))
                    .isEqualTo(TRUE);
            assertThat(condition("'vip' in profile.segments && profile.traits.plan == 'free'", use)
                            .test(scope))
                    .isEqualTo(FALSE);
            assertThat(condition("profile.id == 'ada' && profile.traits.age > 17", use)
                            .test(scope))
                    .isEqualTo(UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "90s", "30m", "24h", "2w"})
    void durations_have_our_units(String duration) {
        assertThat(condition("duration('" + duration + "') > duration('1s')", Use.RUN)
                        .test(Scopes.EMPTY))
                .isEqualTo(TRUE);
    }

    @Test
    void a_value_is_a_json_value() {
        var scope = Scopes.traits("orders", 3L, "total", 20.5, "tags", List.of("a", "b"));

        assertThat(value("profile.traits.orders + 1").evaluate(scope)).isEqualTo(Optional.of(4L));
        assertThat(value("profile.traits.orders * 1.5").evaluate(scope)).isEqualTo(Optional.of(4.5));
        assertThat(value("profile.traits.tags").evaluate(scope)).isEqualTo(Optional.of(List.of("a", "b")));
        assertThat(value("'at-risk'").evaluate(scope)).isEqualTo(Optional.of("at-risk"));
        assertThat(value("profile.traits.orders > 2").evaluate(scope)).isEqualTo(Optional.of(true));
        assertThat(value("now").evaluate(scope)).isEqualTo(Optional.of("2026-03-02T12:00:00Z"));
        assertThat(value("{'orders': profile.traits.orders}").evaluate(scope))
                .isEqualTo(Optional.of(Map.of("orders", 3L)));
        assertThat(value("profile.traits.missing").evaluate(scope)).isEmpty();
        assertThat(value("profile.traits.tags + 1").evaluate(scope)).isEmpty();
    }

    @Test
    void conditions_are_equal_by_source_and_use() {
        assertThat(condition("profile.id == 'a'", Use.RUN)).isEqualTo(condition("profile.id == 'a'", Use.RUN));
        assertThat(condition("profile.id == 'a'", Use.RUN)).isNotEqualTo(condition("profile.id == 'a'", Use.TRIGGER));
        assertThat(condition("profile.id == 'a'", Use.RUN)).isNotEqualTo(condition("profile.id == 'b'", Use.RUN));
    }

    @Test
    void an_evaluation_that_would_loop_for_long_is_unknown() {
        var numbers = LongStream.range(0, 1_000).boxed().toList();
        var scope = Scopes.traits("numbers", numbers);

        assertThat(condition("profile.traits.numbers.all(n, n >= 0)", Use.RUN).test(scope))
                .isEqualTo(UNKNOWN);
    }

    static Condition condition(String source, Use use) {
        return compiled(COMPILER.condition(source, Scopes.vocabulary(use, "added")));
    }

    private static Expression value(String source) {
        return compiled(COMPILER.value(source, Scopes.vocabulary(Use.RUN, "added")));
    }

    private static <T> T compiled(Compilation<T> compilation) {
        assertThat(compilation).as("compilation").isInstanceOf(Compiled.class);
        return ((Compiled<T>) compilation).result();
    }
}

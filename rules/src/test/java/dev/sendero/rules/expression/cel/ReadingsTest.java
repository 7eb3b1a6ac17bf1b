package dev.sendero.rules.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Reading.Part;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            event.properties.price >= 20;                             EVENT properties.price
            event.properties['cart id'] == 'a';                       EVENT properties.cart id
            event.properties.price * 2 > event.properties.limit.high; EVENT properties.limit.high, EVENT properties.price
            event.properties.items.all(item, item.price > 5);         EVENT properties.items
            event.properties[event.name] == 1;                        EVENT name, EVENT properties
            size(event.properties) > 2;                               EVENT properties
            has(event.properties.price);                              has EVENT properties.price
            event.properties == added.properties;                     CAPTURED added.properties, EVENT properties
            [event].size() + [added].size() > 1;                      CAPTURED added, EVENT
            now - added.timestamp < duration('1h');                   CAPTURED added.timestamp
            profile.traits.age > 17 && 'vip' in profile.segments;     PROFILE segments, PROFILE traits.age
            1 < 2;                                                    ''
            """)
    void a_condition_tells_what_it_looks_at(String source, String readings) {
        assertThat(written(compiled(source, Use.TRIGGER))).isEqualTo(readings);
    }

    @Test
    void a_condition_in_a_run_names_captured_events_below_run() {
        assertThat(written(compiled("run.added.properties.price > 3 && run.trigger.name == 'x'", Use.RUN)))
                .isEqualTo("RUN added.properties.price, RUN trigger.name");
        assertThat(written(compiled("run.added.all.exists(e, e.properties.price > 3)", Use.RUN)))
                .isEqualTo("RUN added.all");
        assertThat(written(compiled("has(run.added)", Use.RUN))).isEqualTo("has RUN added");
    }

    @Test
    void what_a_condition_does_not_look_at_may_be_missing() {
        long seed = Long.getLong("sendero.seed", System.nanoTime());
        var random = new Random(seed);
        var expressions = new RandomExpressions(random);
        for (int round = 0; round < 60; round++) {
            String source = expressions.condition(3);
            if (COMPILER.condition(source, Scopes.vocabulary(Use.TRIGGER, "added"))
                    instanceof Compiled<Condition> compiled) {
                Condition condition = compiled.result();
                for (int sample = 0; sample < 10; sample++) {
                    Scope scope = expressions.scope();
                    assertThat(condition.test(reduced(scope, condition.readings())))
                            .as("-Dsendero.seed=%d: %s over %s", seed, source, scope)
                            .isEqualTo(condition.test(scope));
                }
            }
        }
    }

    private static Condition compiled(String source, Use use) {
        return ((Compiled<Condition>) COMPILER.condition(source, Scopes.vocabulary(use, "added"))).result();
    }

    private static String written(Condition condition) {
        return String.join(
                ", ",
                condition.readings().stream()
                        .map(reading -> ((reading.presenceOnly() ? "has " : "") + reading.part() + " "
                                        + String.join(".", reading.fields()))
                                .strip())
                        .sorted()
                        .toList());
    }

    private static Scope reduced(Scope scope, Set<Reading> readings) {
        return Scope.of(
                reduced(scope.event(), fields(readings, Part.EVENT)),
                reduced(scope.profile(), fields(readings, Part.PROFILE)),
                scope.run(),
                reduced(scope.captured(), fields(readings, Part.CAPTURED)),
                scope.now());
    }

    private static List<List<String>> fields(Set<Reading> readings, Part part) {
        return readings.stream()
                .filter(reading -> reading.part() == part)
                .map(Reading::fields)
                .toList();
    }

    /** Without the fields to which no path leads; an object stays, if only empty, where a path goes through it. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> reduced(Map<String, Object> object, List<List<String>> paths) {
        if (paths.stream().anyMatch(List::isEmpty)) {
            return object;
        }
        var kept = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> {
            List<List<String>> below = paths.stream()
                    .filter(path -> path.get(0).equals(name))
                    .map(path -> path.subList(1, path.size()))
                    .toList();
            if (!below.isEmpty()) {
                kept.put(name, value instanceof Map<?, ?> map ? reduced((Map<String, Object>) map, below) : value);
            }
        });
        return kept;
    }
}

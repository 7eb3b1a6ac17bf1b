package dev.sendero.rules.expression.failure;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.fast.Conjunction;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first part of a condition, in the order in which it is written, that is not true.
 *
 * @param condition the part as an expression: of {@code a && b}, one of these
 * @param truth false or unknown
 * @param values what the part looks at, by path, as far as it is there
 * @param missing the paths where nothing is
 * @param words what is there and what would have to be, such as {@code price is 12, must be at least 20}
 */
public record FirstFailure(
        String condition, Truth truth, Map<String, Object> values, List<String> missing, String words) {

    /** Empty for a condition that is true. */
    public static Optional<FirstFailure> of(Condition condition, Scope scope) {
        Truth whole = condition.test(scope);
        if (whole.isTrue()) {
            return Optional.empty();
        }
        if (condition instanceof PlainCondition plain) {
            for (Predicate part : Conjunction.of(plain.predicate()).parts()) {
                Truth truth = part.test(scope);
                if (!truth.isTrue()) {
                    return Optional.of(of(part, truth, scope));
                }
            }
        }
        return Optional.of(ofReadings(condition, whole, scope));
    }

    private static FirstFailure of(Predicate part, Truth truth, Scope scope) {
        var values = new LinkedHashMap<String, Object>();
        var missing = new ArrayList<String>();
        LookedAt.by(part).forEach(path -> add(Wording.source(path), path.read(scope), values, missing));
        return new FirstFailure(Wording.source(part), truth, values, missing, new FailureWords(scope).whyNot(part));
    }

    /** Of a condition that cannot be taken apart. */
    private static FirstFailure ofReadings(Condition condition, Truth truth, Scope scope) {
        var values = new LinkedHashMap<String, Object>();
        var missing = new ArrayList<String>();
        condition.readings().stream()
                .filter(reading -> !reading.fields().isEmpty())
                .sorted((one, other) -> pathOf(one).compareTo(pathOf(other)))
                .forEach(reading -> add(pathOf(reading), valueOf(reading, scope), values, missing));
        var words = new ArrayList<String>();
        values.forEach((path, value) -> words.add(path + " is " + Wording.value(value)));
        missing.forEach(path -> words.add(path + " is missing"));
        String known = words.isEmpty() ? "" : ": " + String.join(", ", words);
        return new FirstFailure(
                condition.source(),
                truth,
                values,
                missing,
                "'" + condition.source() + "' " + (truth == Truth.UNKNOWN ? "cannot be told" : "does not hold")
                        + known);
    }

    private static void add(String path, @Nullable Object value, Map<String, Object> values, List<String> missing) {
        if (value == null) {
            missing.add(path);
        } else {
            values.put(path, value);
        }
    }

    private static String pathOf(Reading reading) {
        String below = String.join(".", reading.fields());
        return switch (reading.part()) {
            case EVENT -> "event." + below;
            case PROFILE -> "profile." + below;
            case RUN -> "run." + below;
            case CAPTURED -> below;
        };
    }

    private static @Nullable Object valueOf(Reading reading, Scope scope) {
        Object value =
                switch (reading.part()) {
                    case EVENT -> scope.event();
                    case PROFILE -> scope.profile();
                    case RUN -> scope.run();
                    case CAPTURED -> scope.captured();
                };
        for (String field : reading.fields()) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(field);
        }
        return value;
    }
}

package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes conditions and makes the scopes for them, by a seed. */
final class RandomExpressions {

    private static final List<String> PATHS = List.of(
            "event.properties.a",
            "event.properties.b",
            "event.properties.c.d",
            "event.properties['e f']",
            "event.name",
            "event.timestamp",
            "added.properties.a",
            "added.timestamp",
            "profile.traits.a",
            "profile.traits.b",
            "profile.segments",
            "profile.id",
            "now");
    private static final List<String> LITERALS = List.of(
            "0",
            "1",
            "-1",
            "20",
            "20.0",
            "20.5",
            "9007199254740993",
            "9007199254740992.0",
            "1e300",
            "''",
            "'a'",
            "'b'",
            "'20'",
            "true",
            "false",
            "[1, 'a']",
            "['a', 'b']",
            "[]",
            "[20.0, 1]",
            "duration('1h')");
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=", "in");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String condition(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return atom();
        }
        return switch (random.nextInt(3)) {
            case 0 -> "!(" + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
        };
    }

    private String atom() {
        return switch (random.nextInt(8)) {
            case 0 -> "has(" + pick(PATHS.subList(0, 3)) + ")";
            case 1 -> pick(PATHS);
            default -> operand() + " " + pick(OPERATORS) + " " + operand();
        };
    }

    private String operand() {
        return random.nextInt(3) == 0 ? pick(LITERALS) : pick(PATHS);
    }

    Scope scope() {
        Map<String, Object> event =
                Scopes.event("a", "2026-03-02T11:50:00Z", "a", value(2), "b", value(2), "e f", value(2));
        if (random.nextInt(4) == 0) {
            event.put("properties", "none");
        }
        if (random.nextInt(8) == 0) {
            event.put("timestamp", "yesterday");
        }
        Map<String, Object> added = Scopes.event("b", "2026-03-02T12:00:00Z", "a", value(2), "c", value(2));
        Map<String, Object> profile = Map.of(
                "id", "a", "traits", Scopes.object("a", value(2), "b", value(2)), "segments", List.of("a", "vip"));
        return Scope.of(
                event, profile, Map.of(), random.nextBoolean() ? Map.of("added", added) : Map.of(), Scopes.NOON);
    }

    /** A JSON value; objects have a field {@code d}, or none. */
    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> (long) random.nextInt(3) - 1;
            case 1 -> 20L;
            case 2 -> random.nextBoolean() ? 20.0 : 20.5;
            case 3 -> pick(List.of("a", "b", "", "20"));
            case 4 -> random.nextBoolean();
            case 5 -> pick(List.<Object>of(9007199254740993L, 9007199254740992.0, -0.0, Double.POSITIVE_INFINITY));
            case 6 -> list(depth - 1);
            case 7 -> Scopes.object("d", value(depth - 1));
            default -> Map.of();
        };
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<Object>();
        for (int count = random.nextInt(3); count > 0; count--) {
            list.add(value(depth));
        }
        return list;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

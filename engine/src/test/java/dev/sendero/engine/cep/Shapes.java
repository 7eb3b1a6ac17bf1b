package dev.sendero.engine.cep;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One trigger of each shape that the language has; a minute is the unit of their times. */
final class Shapes {

    static final Map<String, Trigger> ALL = new LinkedHashMap<>();

    private static final Correlation PER_CART = new Correlation("cart", Map.of("B", "basket"));
    private static final Condition DEAR = condition("price >= 3", scope -> number(scope.event(), "price") >= 3);
    private static final Condition DEARER_THAN_CAPTURED = condition(
            "price > a.price", scope -> number(scope.event(), "price") > number(captured(scope, "a"), "price"));
    private static final Condition MORE_THAN_THE_LAST_CAPTURED = condition(
            "price > a.price, size(a.all) == 2",
            scope -> number(scope.event(), "price") > number(captured(scope, "a"), "price")
                    && ((List<?>) captured(scope, "a").get("all")).size() == 2);

    static {
        ALL.put("event", sequence(item("A")));
        ALL.put("event with a condition", sequence(item(1, 0, match("A", DEAR))));
        ALL.put("two events", sequence(item("A"), item("B")));
        ALL.put("the same event twice", sequence(item("A"), item("A")));
        ALL.put("three events", sequence(item("A"), item("B"), item("C")));
        ALL.put("sequence within", within(5, item("A"), item("B"), item("C")));
        ALL.put("item within", sequence(item("A"), item(1, 3, match("B"))));
        ALL.put("item within, twice", sequence(item("A"), item(1, 3, match("B")), item(1, 2, match("C"))));
        ALL.put("any of", sequence(item(1, 0, match("A"), match("B", DEAR)), item("C")));
        ALL.put("times", sequence(item(3, 0, match("A"))));
        ALL.put("times within", within(6, item(3, 0, match("A"))));
        ALL.put("times, then another", sequence(item(2, 0, match("A")), item("B")));
        ALL.put("another, then times", sequence(item("A"), item(2, 0, match("B"))));
        ALL.put("another, then times within", sequence(item("A"), item(2, 4, match("B"))));
        ALL.put("captured", sequence(item("A"), item(1, 0, match("B", DEARER_THAN_CAPTURED))));
        ALL.put(
                "captured times",
                sequence(item(2, 0, match("A")), item(1, 0, match("B", MORE_THAN_THE_LAST_CAPTURED))));
        ALL.put("absence", sequence(item("A"), none(3, match("X"))));
        ALL.put("absence with a condition that may be unknown", sequence(item("A"), none(3, match("X", DEAR))));
        ALL.put("absence of several, the first among them", sequence(item("A"), none(3, match("A"), match("X"))));
        ALL.put("absence after two", sequence(item("A"), item("B"), none(3, match("X"))));
        ALL.put("absence after two, within", within(5, item("A"), item("B"), none(3, match("X"))));
        ALL.put("absence that cannot end in time", within(2, item("A"), none(3, match("X"))));
        ALL.put("absence after times", sequence(item(2, 0, match("A")), none(3, match("X"))));
        ALL.put("absence in the middle", sequence(item("A"), none(3, match("X")), item("B")));
        ALL.put("absence in the middle, within", sequence(item("A"), none(3, match("X")), item(1, 2, match("B"))));
        ALL.put("per", new Trigger.Sequence(List.of(item("A"), item("B")), SequenceItem.UNBOUNDED, PER_CART));
        ALL.put(
                "per, absence",
                new Trigger.Sequence(
                        List.of(item("A"), none(4, match("B"), match("X"))), SequenceItem.UNBOUNDED, PER_CART));
        ALL.put("inactive", new Trigger.Inactive(Duration.ofMinutes(2), List.of()));
        ALL.put("inactive of some", new Trigger.Inactive(Duration.ofMinutes(4), List.of(match("A"), match("B"))));
    }

    private Shapes() {}

    private static Trigger sequence(SequenceItem... items) {
        return new Trigger.Sequence(Arrays.asList(items), SequenceItem.UNBOUNDED, Correlation.NONE);
    }

    private static Trigger within(int minutes, SequenceItem... items) {
        return new Trigger.Sequence(Arrays.asList(items), Duration.ofMinutes(minutes), Correlation.NONE);
    }

    private static SequenceItem item(String event) {
        return item(1, 0, match(event));
    }

    /** Captured under the name of its first event, in lower case. @param within minutes; 0 for no bound */
    private static SequenceItem item(int times, int within, EventMatch... anyOf) {
        return new SequenceItem.Occurrence(
                List.of(anyOf),
                anyOf[0].event().equals("A") ? "a" : "",
                times,
                within == 0 ? SequenceItem.UNBOUNDED : Duration.ofMinutes(within));
    }

    private static SequenceItem none(int minutes, EventMatch... noneOf) {
        return new SequenceItem.Absence(List.of(noneOf), Duration.ofMinutes(minutes));
    }

    private static EventMatch match(String event) {
        return new EventMatch(event, Condition.ALWAYS);
    }

    private static EventMatch match(String event, Condition where) {
        return new EventMatch(event, where);
    }

    private static Condition condition(String source, Function<Scope, Boolean> test) {
        return new Condition() {
            @Override
            public Truth test(Scope scope) {
                try {
                    return Truth.of(test.apply(scope));
                } catch (MissingProperty missing) {
                    return Truth.UNKNOWN;
                }
            }

            @Override
            public String source() {
                return source;
            }
        };
    }

    private static final class MissingProperty extends RuntimeException {}

    private static long number(Map<?, ?> event, String property) {
        Object value = ((Map<?, ?>) event.get("properties")).get(property);
        if (value instanceof Long number) {
            return number;
        }
        throw new MissingProperty();
    }

    private static Map<?, ?> captured(Scope scope, String name) {
        return (Map<?, ?>) scope.captured().get(name);
    }
}

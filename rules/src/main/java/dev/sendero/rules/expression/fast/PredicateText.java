package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.fast.Predicate.And;
import dev.sendero.rules.expression.fast.Predicate.Compared;
import dev.sendero.rules.expression.fast.Predicate.Equal;
import dev.sendero.rules.expression.fast.Predicate.Holds;
import dev.sendero.rules.expression.fast.Predicate.In;
import dev.sendero.rules.expression.fast.Predicate.Not;
import dev.sendero.rules.expression.fast.Predicate.Or;
import dev.sendero.rules.expression.fast.Predicate.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Predicates as text: equal for predicates that say the same in another order or with other spaces, and different
 * for those that do not. Never parsed; not to be changed, since what is saved is found by hashes of it.
 */
public final class PredicateText {

    private PredicateText() {}

    public static String of(Predicate predicate) {
        if (predicate instanceof And and) {
            return joined("and", Conjunction.partsOf(and));
        }
        if (predicate instanceof Or or) {
            return joined("or", alternativesOf(or));
        }
        if (predicate instanceof Not not) {
            return "not(" + of(not.negated()) + ")";
        }
        if (predicate instanceof Compared compared) {
            return of(compared.left()) + " " + compared.relation() + " " + of(compared.right());
        }
        if (predicate instanceof Equal equal) {
            return equal(of(equal.left()), of(equal.right()));
        }
        if (predicate instanceof In in) {
            return of(in.value()) + " in " + of(in.container());
        }
        if (predicate instanceof Present present) {
            return "has " + of(present.path());
        }
        return "holds " + of(((Holds) predicate).value());
    }

    private static String equal(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " == " + other : other + " == " + one;
    }

    /** Neither order nor repetition changes what several come to. */
    private static String joined(String word, List<Predicate> parts) {
        var texts = new TreeSet<String>();
        parts.forEach(part -> texts.add(of(part)));
        return word + "(" + String.join(", ", texts) + ")";
    }

    private static List<Predicate> alternativesOf(Predicate predicate) {
        if (!(predicate instanceof Or or)) {
            return List.of(predicate);
        }
        var parts = new ArrayList<>(alternativesOf(or.left()));
        parts.addAll(alternativesOf(or.right()));
        return parts;
    }

    static String of(Operand operand) {
        if (operand instanceof Path path) {
            return path.root()
                    + path.fields().stream().map(PredicateText::quoted).collect(Collectors.joining(".", "[", "]"))
                    + path.kind();
        }
        return operand instanceof Operand.Constant constant ? value(constant.value()) : "now";
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PredicateText::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, String>();
            map.forEach((key, element) -> sorted.put(quoted(String.valueOf(key)), value(element)));
            return sorted.toString();
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    /** In quotes, with those inside doubled. */
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}

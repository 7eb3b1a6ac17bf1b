package dev.sendero.rules.expression.failure;

import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Root;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Predicates as expressions, and their operands and values as people call them. */
final class Wording {

    private static final int LONGEST_TEXT = 60;

    private Wording() {}

    /** As one would write it in a file. */
    static String source(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            return source(and.left()) + " && " + source(and.right());
        }
        if (predicate instanceof Predicate.Or or) {
            return "(" + source(or.left()) + " || " + source(or.right()) + ")";
        }
        if (predicate instanceof Predicate.Not not) {
            return not.negated() instanceof Predicate.Equal equal
                    ? source(equal.left()) + " != " + source(equal.right())
                    : "!(" + source(not.negated()) + ")";
        }
        if (predicate instanceof Predicate.Compared compared) {
            return source(compared.left()) + " " + sign(compared.relation()) + " " + source(compared.right());
        }
        if (predicate instanceof Predicate.Equal equal) {
            return source(equal.left()) + " == " + source(equal.right());
        }
        if (predicate instanceof Predicate.In in) {
            return source(in.value()) + " in " + source(in.container());
        }
        if (predicate instanceof Predicate.Present present) {
            return "has(" + source(present.path()) + ")";
        }
        return predicate instanceof Predicate.Holds holds ? source(holds.value()) : predicate.toString();
    }

    private static String sign(Predicate.Relation relation) {
        return switch (relation) {
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }

    static String source(Operand operand) {
        if (operand instanceof Path path) {
            String below = String.join(".", path.fields());
            return path.root() == Root.CAPTURED ? below : rootOf(path) + (below.isEmpty() ? "" : "." + below);
        }
        if (operand instanceof Operand.Constant constant) {
            return constant.value() instanceof Duration duration
                    ? "duration(\"" + DurationText.of(duration) + "\")"
                    : value(constant.value());
        }
        return operand.toString();
    }

    private static String rootOf(Path path) {
        return switch (path.root()) {
            case EVENT -> "event";
            case PROFILE -> "profile";
            case RUN -> "run";
            case CAPTURED -> "";
        };
    }

    /** For people: {@code price}, {@code trait email}, {@code price of added}. */
    static String name(Operand operand) {
        if (!(operand instanceof Path path)) {
            return operand instanceof Operand.Constant ? source(operand) : operand.toString();
        }
        List<String> fields = path.fields();
        int captured = path.root() == Root.RUN || path.root() == Root.CAPTURED ? 1 : 0;
        if (fields.size() > captured + 1 && fields.get(captured).equals("properties")) {
            String property = String.join(".", fields.subList(captured + 1, fields.size()));
            return captured == 0 ? property : property + " of " + fields.get(0);
        }
        if (path.root() == Root.PROFILE && fields.size() > 1 && fields.get(0).equals("traits")) {
            return "trait " + String.join(".", fields.subList(1, fields.size()));
        }
        if (path.root() == Root.PROFILE && fields.equals(List.of("segments"))) {
            return "the customer's segments";
        }
        return source(path);
    }

    /** Short enough for a line. */
    static String value(Object value) {
        if (value instanceof String text) {
            String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
            return '"' + shown + '"';
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Duration duration) {
            return DurationText.of(duration);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(each -> value((Object) each)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return "an object of " + map.size() + " fields";
        }
        return String.valueOf(value);
    }
}

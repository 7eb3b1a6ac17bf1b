package dev.sendero.rules.expression.failure;

import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Predicate.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says of a predicate that is not true what is there and what would have to be. */
final class FailureWords {

    private final Scope scope;

    FailureWords(Scope scope) {
        this.scope = scope;
    }

    /** @param predicate false or unknown */
    String whyNot(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            return whyNot(and.left().test(scope).isTrue() ? and.right() : and.left());
        }
        if (predicate instanceof Predicate.Or or) {
            return alternativesOf(or).stream().map(this::whyNot).distinct().collect(Collectors.joining(", and "));
        }
        if (predicate instanceof Predicate.Compared compared) {
            return compared(compared);
        }
        if (predicate instanceof Predicate.Equal equal) {
            return is(subjectOf(equal.left(), equal.right())) + ", must be "
                    + expected(objectOf(equal.left(), equal.right()));
        }
        if (predicate instanceof Predicate.In in) {
            return in.value() instanceof Operand.Constant
                    ? is(in.container()) + ", must contain " + expected(in.value())
                    : is(in.value()) + ", must be one of " + expected(in.container());
        }
        if (predicate instanceof Predicate.Present present) {
            return Wording.name(present.path()) + " is missing";
        }
        if (predicate instanceof Predicate.Holds holds) {
            return is(holds.value()) + ", must be true";
        }
        return predicate instanceof Predicate.Not not ? whyNotNot(not.negated()) : Wording.source(predicate);
    }

    private String whyNotNot(Predicate negated) {
        if (negated instanceof Predicate.Equal equal) {
            Operand subject = subjectOf(equal.left(), equal.right());
            return subject.read(scope) == null
                    ? is(subject)
                    : is(subject) + ", must not be " + expected(objectOf(equal.left(), equal.right()));
        }
        if (negated instanceof Predicate.In in) {
            return in.value() instanceof Operand.Constant
                    ? is(in.container()) + ", must not contain " + expected(in.value())
                    : is(in.value()) + ", must not be one of " + expected(in.container());
        }
        if (negated instanceof Predicate.Present present) {
            return is(present.path()) + ", must be missing";
        }
        if (negated instanceof Predicate.Holds holds) {
            return is(holds.value()) + ", must be false";
        }
        List<String> seen = LookedAt.by(negated).stream().map(this::is).toList();
        return String.join(", ", seen) + ", and '" + Wording.source(negated) + "' must not hold";
    }

    private String compared(Predicate.Compared compared) {
        boolean turned = compared.left() instanceof Operand.Constant;
        Operand subject = turned ? compared.right() : compared.left();
        Operand bound = turned ? compared.left() : compared.right();
        return is(subject) + ", must be " + words(compared.relation(), turned) + " " + expected(bound);
    }

    /** @param turned whether the bound stands on the left */
    private static String words(Relation relation, boolean turned) {
        return switch (relation) {
            case LESS -> turned ? "more than" : "less than";
            case LESS_OR_EQUAL -> turned ? "at least" : "at most";
            case GREATER -> turned ? "less than" : "more than";
            case GREATER_OR_EQUAL -> turned ? "at most" : "at least";
        };
    }

    private static Operand subjectOf(Operand left, Operand right) {
        return left instanceof Operand.Constant ? right : left;
    }

    private static Operand objectOf(Operand left, Operand right) {
        return left instanceof Operand.Constant ? left : right;
    }

    private String is(Operand operand) {
        Object value = operand.read(scope);
        return Wording.name(operand) + (value == null ? " is missing" : " is " + Wording.value(value));
    }

    /** What is written in the file, or what is found in the place that it names. */
    private String expected(Operand operand) {
        Object value = operand.read(scope);
        if (operand instanceof Operand.Constant && value instanceof Collection<?> list) {
            return list.stream().map(each -> Wording.value((Object) each)).collect(Collectors.joining(", "));
        }
        if (operand instanceof Path) {
            return Wording.name(operand) + (value == null ? ", which is missing" : " (" + Wording.value(value) + ")");
        }
        return value == null ? Wording.name(operand) : Wording.value(value);
    }

    private static List<Predicate> alternativesOf(Predicate predicate) {
        if (!(predicate instanceof Predicate.Or or)) {
            return List.of(predicate);
        }
        var all = new ArrayList<>(alternativesOf(or.left()));
        all.addAll(alternativesOf(or.right()));
        return all;
    }
}

package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.fast.Predicate.And;
import dev.sendero.rules.expression.fast.Predicate.Compared;
import dev.sendero.rules.expression.fast.Predicate.Equal;
import dev.sendero.rules.expression.fast.Predicate.Not;
import dev.sendero.rules.expression.fast.Predicate.Or;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a predicate can come to true, or to false, whatever the scope holds. It errs to one side only: what it calls
 * impossible is; of what it calls possible, some may not be.
 */
public final class Satisfiability {

    /** Ways to be true that are looked at; what has more is taken as possible. */
    private static final int MAX_WAYS = 256;

    private Satisfiability() {}

    public static boolean canBeTrue(Predicate predicate) {
        return waysToBeTrue(predicate)
                .map(ways -> ways.stream().anyMatch(Satisfiability::isPossible))
                .orElse(true);
    }

    public static boolean canBeFalse(Predicate predicate) {
        return canBeTrue(new Not(predicate));
    }

    /**
     * Whether a condition that is true makes one of some others true as well, so that it never is the first.
     *
     * @param before what is looked at first
     */
    public static boolean isCovered(Predicate predicate, List<Predicate> before) {
        Optional<List<List<Predicate>>> ways = waysToBeTrue(predicate);
        if (ways.isEmpty()) {
            return false;
        }
        // Only of operands that are known where the predicate is true does "not true" mean "false".
        Predicate onlyThis = predicate;
        boolean compared = false;
        for (Predicate other : before) {
            Set<Operand> asked = operandsOf(other);
            if (ways.get().stream().allMatch(way -> knownIn(way).containsAll(asked))) {
                onlyThis = new And(onlyThis, new Not(other));
                compared = true;
            }
        }
        return compared && !canBeTrue(onlyThis);
    }

    private static boolean isPossible(List<Predicate> way) {
        var demands = new Demands();
        return way.stream().allMatch(demands::add) && demands.arePossible();
    }

    /** Conjunctions without {@code &&}, {@code ||}, and with {@code !} only before what cannot be turned round; empty for too many. */
    private static Optional<List<List<Predicate>>> waysToBeTrue(Predicate predicate) {
        if (predicate instanceof And and) {
            return both(waysToBeTrue(and.left()), waysToBeTrue(and.right()));
        }
        if (predicate instanceof Or or) {
            return either(waysToBeTrue(or.left()), waysToBeTrue(or.right()));
        }
        if (predicate instanceof Not not) {
            return waysToBeFalse(not.negated());
        }
        return Optional.of(List.of(List.of(predicate)));
    }

    private static Optional<List<List<Predicate>>> waysToBeFalse(Predicate predicate) {
        if (predicate instanceof And and) {
            return either(waysToBeFalse(and.left()), waysToBeFalse(and.right()));
        }
        if (predicate instanceof Or or) {
            return both(waysToBeFalse(or.left()), waysToBeFalse(or.right()));
        }
        if (predicate instanceof Not not) {
            return waysToBeTrue(not.negated());
        }
        return Optional.of(List.of(List.of(new Not(predicate))));
    }

    private static Optional<List<List<Predicate>>> either(
            Optional<List<List<Predicate>>> left, Optional<List<List<Predicate>>> right) {
        if (left.isEmpty() || right.isEmpty() || left.get().size() + right.get().size() > MAX_WAYS) {
            return Optional.empty();
        }
        var all = new ArrayList<>(left.get());
        all.addAll(right.get());
        return Optional.of(all);
    }

    private static Optional<List<List<Predicate>>> both(
            Optional<List<List<Predicate>>> left, Optional<List<List<Predicate>>> right) {
        if (left.isEmpty() || right.isEmpty() || left.get().size() * right.get().size() > MAX_WAYS) {
            return Optional.empty();
        }
        var all = new ArrayList<List<Predicate>>();
        for (List<Predicate> one : left.get()) {
            for (List<Predicate> other : right.get()) {
                var joined = new ArrayList<>(one);
                joined.addAll(other);
                all.add(joined);
            }
        }
        return Optional.of(all);
    }

    /** What has a value wherever the way leads to true. */
    private static Set<Operand> knownIn(List<Predicate> way) {
        var known = new HashSet<Operand>();
        for (Predicate literal : way) {
            Predicate asked = literal instanceof Not not ? not.negated() : literal;
            if (asked instanceof Predicate.Present present) {
                if (!(literal instanceof Not)) {
                    known.add(present.path());
                }
            } else {
                known.addAll(operandsOf(asked));
            }
        }
        return known;
    }

    private static Set<Operand> operandsOf(Predicate predicate) {
        var operands = new HashSet<Operand>();
        collect(predicate, operands);
        return operands;
    }

    private static void collect(Predicate predicate, Set<Operand> into) {
        if (predicate instanceof And and) {
            collect(and.left(), into);
            collect(and.right(), into);
        } else if (predicate instanceof Or or) {
            collect(or.left(), into);
            collect(or.right(), into);
        } else if (predicate instanceof Not not) {
            collect(not.negated(), into);
        } else if (predicate instanceof Compared compared) {
            add(into, compared.left(), compared.right());
        } else if (predicate instanceof Equal equal) {
            add(into, equal.left(), equal.right());
        } else if (predicate instanceof Predicate.In in) {
            add(into, in.value(), in.container());
        } else if (predicate instanceof Predicate.Present present) {
            into.add(present.path());
        } else if (predicate instanceof Predicate.Holds holds) {
            add(into, holds.value());
        }
    }

    private static void add(Set<Operand> into, Operand... operands) {
        for (Operand operand : operands) {
            if (!(operand instanceof Operand.Constant)) {
                into.add(operand);
            }
        }
    }
}

package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.fast.Operand.Constant;
import dev.sendero.rules.expression.fast.Predicate.Compared;
import dev.sendero.rules.expression.fast.Predicate.Equal;
import dev.sendero.rules.expression.fast.Predicate.Holds;
import dev.sendero.rules.expression.fast.Predicate.In;
import dev.sendero.rules.expression.fast.Predicate.Not;
import dev.sendero.rules.expression.fast.Predicate.Present;
import dev.sendero.rules.expression.fast.Predicate.Relation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several comparisons together ask of each value. */
final class Demands {

    private static final Scope NOTHING = Scope.of(Map.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);

    private final Map<Operand, Demand> byOperand = new HashMap<>();
    private final Set<Operand> needed = new HashSet<>();
    private final Set<Path> absent = new HashSet<>();

    /** Takes up one comparison, or the opposite of one; false when it alone can never be true. */
    boolean add(Predicate literal) {
        boolean holds = !(literal instanceof Not);
        Predicate asked = literal instanceof Not not ? not.negated() : literal;
        if (asked instanceof Compared compared) {
            return compared(
                    compared.left(), holds ? compared.relation() : opposite(compared.relation()), compared.right());
        }
        if (asked instanceof Equal equal) {
            return equal(equal, holds);
        }
        if (asked instanceof In in) {
            return in(in, holds);
        }
        if (asked instanceof Present present) {
            if (holds) {
                needed.add(present.path());
            } else {
                absent.add(present.path());
            }
            return true;
        }
        Operand value = ((Holds) asked).value();
        if (value instanceof Constant constant) {
            return constant.value().equals(holds);
        }
        demandOn(value).is(holds);
        return true;
    }

    boolean arePossible() {
        return absent.stream().noneMatch(needed::contains)
                && byOperand.values().stream().allMatch(Demand::isPossible);
    }

    private boolean compared(Operand left, Relation relation, Operand right) {
        if (left instanceof Constant && right instanceof Constant) {
            return new Compared(left, relation, right).test(NOTHING) == Truth.TRUE;
        }
        if (left.equals(right)) {
            return relation == Relation.LESS_OR_EQUAL || relation == Relation.GREATER_OR_EQUAL;
        }
        if (right instanceof Constant bound) {
            demandOn(left).lies(relation, bound.value());
        } else if (left instanceof Constant bound) {
            demandOn(right).lies(relation.mirrored(), bound.value());
        } else {
            needed.add(left);
            needed.add(right);
        }
        return true;
    }

    private boolean equal(Equal equal, boolean holds) {
        if (equal.left() instanceof Constant && equal.right() instanceof Constant) {
            return equal.test(NOTHING) == Truth.of(holds);
        }
        if (equal.left().equals(equal.right())) {
            return holds;
        }
        if (equal.right() instanceof Constant value) {
            demandOn(equal.left()).equals(value.value(), holds);
        } else if (equal.left() instanceof Constant value) {
            demandOn(equal.right()).equals(value.value(), holds);
        } else {
            needed.add(equal.left());
            needed.add(equal.right());
        }
        return true;
    }

    private boolean in(In in, boolean holds) {
        if (in.value() instanceof Constant && in.container() instanceof Constant) {
            return in.test(NOTHING) == Truth.of(holds);
        }
        if (in.container() instanceof Constant among && among.value() instanceof List<?> list) {
            demandOn(in.value()).isAmong(list, holds);
            return true;
        }
        if (in.value() instanceof Constant element) {
            return demandOn(in.container()).contains(element.value(), holds);
        }
        needed.add(in.value());
        needed.add(in.container());
        return true;
    }

    private Demand demandOn(Operand operand) {
        needed.add(operand);
        return byOperand.computeIfAbsent(operand, unseen -> new Demand());
    }

    private static Relation opposite(Relation relation) {
        return switch (relation) {
            case LESS -> Relation.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Relation.GREATER;
            case GREATER -> Relation.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Relation.LESS;
        };
    }
}

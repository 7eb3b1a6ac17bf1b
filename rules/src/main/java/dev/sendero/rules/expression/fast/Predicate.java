package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;

/** A condition in plain Java. Never throws. */
public sealed interface Predicate
        permits Predicate.And,
                Predicate.Or,
                Predicate.Not,
                Predicate.Compared,
                Predicate.Equal,
                Predicate.In,
                Predicate.Present,
                Predicate.Holds {

    Truth test(Scope scope);

    /** False as soon as one side is false, whatever the other is. */
    record And(Predicate left, Predicate right) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            Truth first = left.test(scope);
            if (first == Truth.FALSE) {
                return Truth.FALSE;
            }
            Truth second = right.test(scope);
            return second == Truth.FALSE || first == Truth.TRUE ? second : Truth.UNKNOWN;
        }
    }

    /** True as soon as one side is true, whatever the other is. */
    record Or(Predicate left, Predicate right) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            Truth first = left.test(scope);
            if (first == Truth.TRUE) {
                return Truth.TRUE;
            }
            Truth second = right.test(scope);
            return second == Truth.TRUE || first == Truth.FALSE ? second : Truth.UNKNOWN;
        }
    }

    record Not(Predicate negated) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            return switch (negated.test(scope)) {
                case TRUE -> Truth.FALSE;
                case FALSE -> Truth.TRUE;
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }
    }

    /** How two values must lie to each other. */
    enum Relation {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        /** The relation of the right side to the left. */
        Relation mirrored() {
            return switch (this) {
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    record Compared(Operand left, Relation relation, Operand right) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            Object first = left.read(scope);
            Object second = right.read(scope);
            if (first == null || second == null) {
                return Truth.UNKNOWN;
            }
            var comparison = Order.compare(first, second);
            return comparison.isPresent() ? Truth.of(relation.holds(comparison.getAsInt())) : Truth.UNKNOWN;
        }
    }

    record Equal(Operand left, Operand right) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            Object first = left.read(scope);
            Object second = right.read(scope);
            return first == null || second == null ? Truth.UNKNOWN : Equality.of(first, second);
        }
    }

    record In(Operand value, Operand container) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            Object element = value.read(scope);
            Object among = container.read(scope);
            return element == null || among == null ? Truth.UNKNOWN : Equality.isIn(element, among);
        }
    }

    record Present(Path path) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            return path.isPresent(scope);
        }
    }

    /** A value that is itself true or false. */
    record Holds(Operand value) implements Predicate {
        @Override
        public Truth test(Scope scope) {
            return value.read(scope) instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN;
        }
    }
}

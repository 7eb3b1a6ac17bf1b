package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.fast.Predicate.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What is asked of one value. */
final class Demand {

    private record Bound(Relation relation, Object value) {}

    private record Membership(List<?> list, boolean inside) {}

    private final List<Bound> bounds = new ArrayList<>();
    private final List<Object> equals = new ArrayList<>();
    private final List<Object> differs = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<Object, Boolean> contained = new HashMap<>();

    void lies(Relation relation, Object bound) {
        bounds.add(new Bound(relation, bound));
    }

    void equals(Object value, boolean holds) {
        (holds ? equals : differs).add(value);
    }

    void is(boolean flag) {
        equals.add(flag);
    }

    void isAmong(List<?> list, boolean holds) {
        memberships.add(new Membership(list, holds));
    }

    /** False when the opposite was asked before. */
    boolean contains(Object element, boolean holds) {
        Boolean before = contained.putIfAbsent(element, holds);
        return before == null || before == holds;
    }

    boolean isPossible() {
        List<Object> candidates = new ArrayList<>(equals);
        if (candidates.isEmpty()) {
            memberships.stream()
                    .filter(Membership::inside)
                    .findFirst()
                    .ifPresent(among -> candidates.addAll(among.list()));
            boolean open = memberships.stream().noneMatch(Membership::inside);
            return open ? boundsLeaveRoom() : candidates.stream().anyMatch(this::fits);
        }
        return fits(candidates.get(0));
    }

    private boolean fits(Object value) {
        return equals.stream().allMatch(other -> Equality.of(value, other) == Truth.TRUE)
                && differs.stream().noneMatch(other -> Equality.of(value, other) == Truth.TRUE)
                && memberships.stream()
                        .allMatch(among -> Equality.isIn(value, among.list()) == Truth.of(among.inside()))
                && bounds.stream().allMatch(bound -> holds(value, bound));
    }

    private static boolean holds(Object value, Bound bound) {
        OptionalInt comparison = Order.compare(value, bound.value());
        return comparison.isPresent() && bound.relation().holds(comparison.getAsInt());
    }

    /** Between any two different numbers, texts or times there is another one, as far as this is concerned. */
    private boolean boundsLeaveRoom() {
        for (Bound lower : bounds) {
            for (Bound upper : bounds) {
                OptionalInt comparison = Order.compare(lower.value(), upper.value());
                if (comparison.isEmpty()) {
                    return false;
                }
                boolean downwards = upper.relation() == Relation.LESS || upper.relation() == Relation.LESS_OR_EQUAL;
                boolean upwards = lower.relation() == Relation.GREATER || lower.relation() == Relation.GREATER_OR_EQUAL;
                if (!upwards || !downwards) {
                    continue;
                }
                boolean inclusive =
                        lower.relation() == Relation.GREATER_OR_EQUAL && upper.relation() == Relation.LESS_OR_EQUAL;
                if (comparison.getAsInt() > 0 || comparison.getAsInt() == 0 && !inclusive) {
                    return false;
                }
                if (comparison.getAsInt() == 0 && !fits(lower.value())) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.sendero.rules.expression.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Predicate.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plain Java predicate of a checked condition where it is made of comparisons, {@code in}, {@code has}, and boolean operators. */
final class FastTranslation {

    private static final Map<String, Relation> RELATIONS = Map.of(
            "_<_", Relation.LESS,
            "_<=_", Relation.LESS_OR_EQUAL,
            "_>_", Relation.GREATER,
            "_>=_", Relation.GREATER_OR_EQUAL);

    private final Map<String, Operand> operands;
    private final Map<String, Path> tested;

    FastTranslation(Paths paths) {
        this.operands = paths.operands();
        this.tested = paths.tested();
    }

    /** Empty when CEL itself has to evaluate the condition. */
    Optional<Predicate> predicate(CelExpr node) {
        return switch (node.getKind()) {
            case CALL -> call(node.call());
            case IDENT, CONSTANT -> {
                Path asked = node.getKind() == CelExpr.ExprKind.Kind.IDENT
                        ? tested.get(node.ident().name())
                        : null;
                yield asked == null
                        ? operand(node).map(Predicate.Holds::new)
                        : Optional.of(new Predicate.Present(asked));
            }
            default -> Optional.empty();
        };
    }

    /** A path or something that is written out; empty for anything that has to be computed. */
    Optional<Operand> operand(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> Optional.ofNullable(operands.get(node.ident().name()));
            case CONSTANT -> constant(node.constant()).map(Operand.Constant::new);
            case LIST -> list(node.list().elements());
            case CALL -> duration(node.call());
            default -> Optional.empty();
        };
    }

    private Optional<Predicate> call(CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        if (call.target().isPresent()) {
            return Optional.empty();
        }
        if (arguments.size() == 1 && call.function().equals("!_")) {
            return predicate(arguments.get(0)).map(Predicate.Not::new);
        }
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        CelExpr left = arguments.get(0);
        CelExpr right = arguments.get(1);
        return switch (call.function()) {
            case "_&&_" -> predicate(left).flatMap(a -> predicate(right).map(b -> new Predicate.And(a, b)));
            case "_||_" -> predicate(left).flatMap(a -> predicate(right).map(b -> new Predicate.Or(a, b)));
            case "_==_" -> operand(left).flatMap(a -> operand(right).map(b -> new Predicate.Equal(a, b)));
            case "_!=_" ->
                operand(left).flatMap(a -> operand(right).map(b -> new Predicate.Not(new Predicate.Equal(a, b))));
            case "@in" -> operand(left).flatMap(a -> operand(right).map(b -> new Predicate.In(a, b)));
            default -> {
                Relation relation = RELATIONS.get(call.function());
                yield relation == null
                        ? Optional.empty()
                        : operand(left).flatMap(a -> operand(right).map(b -> new Predicate.Compared(a, relation, b)));
            }
        };
    }

    private static Optional<Object> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            default -> Optional.empty();
        };
    }

    private static Optional<Operand> list(List<CelExpr> elements) {
        var values = new ArrayList<Object>(elements.size());
        for (CelExpr element : elements) {
            Optional<Object> value = constant(element.constantOrDefault());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new Operand.Constant(List.copyOf(values)));
    }

    private static Optional<Operand> duration(CelExpr.CelCall call) {
        if (!call.function().equals("duration") || call.args().size() != 1) {
            return Optional.empty();
        }
        return constant(call.args().get(0).constantOrDefault())
                .filter(String.class::isInstance)
                .flatMap(text -> DurationText.parse((String) text))
                .map(Operand.Constant::new);
    }
}

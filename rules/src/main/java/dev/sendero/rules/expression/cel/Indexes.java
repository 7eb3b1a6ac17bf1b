package dev.sendero.rules.expression.cel;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

/** Reads {@code properties["cart id"]} as the selection of a field, so that both spellings are checked alike. */
final class Indexes extends AstRewriter {

    @Override
    CelExpr replace(CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL
                || !node.call().function().equals(Operator.INDEX.getFunction())) {
            return node;
        }
        CelExpr indexed = node.call().args().get(0);
        CelExpr key = node.call().args().get(1);
        if (key.constantOrDefault().getKind() != CelConstant.Kind.STRING_VALUE || !isPath(indexed)) {
            return node;
        }
        return node.toBuilder()
                .setSelect(CelExpr.CelSelect.newBuilder()
                        .setOperand(indexed)
                        .setField(key.constant().stringValue())
                        .build())
                .build();
    }

    private boolean isPath(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> !isBound(node.ident().name());
            case SELECT -> !node.select().testOnly() && isPath(node.select().operand());
            default -> false;
        };
    }
}

package dev.sendero.rules.expression.cel;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Rebuilds an expression from its leaves up; the ids of nodes, and so their places in the source, stay. */
abstract class AstRewriter {

    private final Deque<String> bound = new ArrayDeque<>();

    /** What becomes of a node whose children have been rewritten. */
    abstract CelExpr replace(CelExpr node);

    /** Whether a macro around this node has bound the name, so that it is no variable of the scope. */
    final boolean isBound(String name) {
        return bound.contains(name);
    }

    final CelExpr rewrite(CelExpr node) {
        return replace(
                switch (node.getKind()) {
                    case SELECT ->
                        node.toBuilder()
                                .setSelect(node.select().toBuilder()
                                        .setOperand(rewrite(node.select().operand()))
                                        .build())
                                .build();
                    case CALL -> node.toBuilder().setCall(call(node.call())).build();
                    case LIST ->
                        node.toBuilder()
                                .setList(CelExpr.CelList.newBuilder()
                                        .addElements(all(node.list().elements()))
                                        .build())
                                .build();
                    case MAP -> node.toBuilder().setMap(map(node.map())).build();
                    case COMPREHENSION ->
                        node.toBuilder()
                                .setComprehension(comprehension(node.comprehension()))
                                .build();
                    case CONSTANT, IDENT, STRUCT, NOT_SET -> node;
                });
    }

    private List<CelExpr> all(List<CelExpr> nodes) {
        return nodes.stream().map(this::rewrite).toList();
    }

    private CelExpr.CelCall call(CelExpr.CelCall call) {
        var rewritten =
                CelExpr.CelCall.newBuilder().setFunction(call.function()).addArgs(all(call.args()));
        call.target().ifPresent(target -> rewritten.setTarget(rewrite(target)));
        return rewritten.build();
    }

    private CelExpr.CelMap map(CelExpr.CelMap map) {
        return CelExpr.CelMap.newBuilder()
                .addEntries(map.entries().stream()
                        .map(entry -> entry.toBuilder()
                                .setKey(rewrite(entry.key()))
                                .setValue(rewrite(entry.value()))
                                .build())
                        .toList())
                .build();
    }

    private CelExpr.CelComprehension comprehension(CelExpr.CelComprehension fold) {
        var rewritten = fold.toBuilder().setIterRange(rewrite(fold.iterRange())).setAccuInit(rewrite(fold.accuInit()));
        bound.push(fold.accuVar());
        rewritten.setResult(rewrite(fold.result()));
        bound.push(fold.iterVar());
        rewritten.setLoopCondition(rewrite(fold.loopCondition())).setLoopStep(rewrite(fold.loopStep()));
        bound.pop();
        bound.pop();
        return rewritten.build();
    }
}

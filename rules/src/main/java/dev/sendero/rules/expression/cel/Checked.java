package dev.sendero.rules.expression.cel;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.sendero.rules.expression.Reading;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An expression without a mistake, its paths replaced by variables.
 *
 * @param type what it gives
 */
record Checked(CelExpr expression, CelSource source, Paths paths, CelType type) {

    /** What of the scope it looks at. */
    Set<Reading> readings() {
        return Nodes.all(expression)
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .flatMap(node -> paths.reading(node.ident().name()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

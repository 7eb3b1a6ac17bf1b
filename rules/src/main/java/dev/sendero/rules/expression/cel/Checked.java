package dev.sendero.rules.expression.cel;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;

/**
 * An expression without a mistake, its paths replaced by variables.
 *
 * @param type what it gives
 */
record Checked(CelExpr expression, CelSource source, Paths paths, CelType type) {}

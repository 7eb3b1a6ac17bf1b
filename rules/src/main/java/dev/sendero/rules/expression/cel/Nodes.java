package dev.sendero.rules.expression.cel;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into parsed expressions. */
final class Nodes {

    /** Operators as people write them, by what CEL calls them. */
    static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("_+_", "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"),
            Map.entry("-_", "-"),
            Map.entry("!_", "!"),
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("_?_:_", "? :"),
            Map.entry("_[_]", "[ ]"));

    private Nodes() {}

    static Optional<CelExpr> find(CelExpr root, long id) {
        return all(root).filter(node -> node.id() == id).findFirst();
    }

    /** The node and everything below it. */
    static Stream<CelExpr> all(CelExpr node) {
        return Stream.concat(Stream.of(node), children(node).stream().flatMap(Nodes::all));
    }

    private static List<CelExpr> children(CelExpr node) {
        return switch (node.getKind()) {
            case SELECT -> List.of(node.select().operand());
            case CALL ->
                Stream.concat(node.call().target().stream(), node.call().args().stream())
                        .toList();
            case LIST -> node.list().elements();
            case MAP ->
                node.map().entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            case COMPREHENSION ->
                List.of(
                        node.comprehension().iterRange(),
                        node.comprehension().accuInit(),
                        node.comprehension().loopCondition(),
                        node.comprehension().loopStep(),
                        node.comprehension().result());
            case CONSTANT, IDENT, STRUCT, NOT_SET -> List.of();
        };
    }

    /** A path as people write it; empty for anything else. */
    static String written(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> node.ident().name();
            case SELECT ->
                written(node.select().operand()) + "." + node.select().field();
            default -> "";
        };
    }
}

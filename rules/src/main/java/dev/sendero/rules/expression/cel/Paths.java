package dev.sendero.rules.expression.cel;

import dev.cel.common.ast.CelExpr;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces every path of an expression, such as {@code event.properties.price}, by one variable: CEL then asks for the
 * value instead of walking, and copying, all of the event.
 */
final class Paths extends AstRewriter {

    private final Vocabulary vocabulary;
    private final Map<String, Operand> operands = new HashMap<>();
    private final Map<String, Path> tested = new HashMap<>();

    Paths(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the variables stand for, by name. */
    Map<String, Operand> operands() {
        return Map.copyOf(operands);
    }

    /** The paths that {@code has} asks for, by the name of the variable that stands for the answer. */
    Map<String, Path> tested() {
        return Map.copyOf(tested);
    }

    /** What a variable makes CEL ask for; empty when the name is none of these variables, or stands for the time. */
    Optional<Reading> reading(String variable) {
        Path asked = tested.get(variable);
        if (asked != null) {
            return Optional.of(new Reading(part(asked.root()), asked.fields(), true));
        }
        return operands.get(variable) instanceof Path path
                ? Optional.of(Reading.of(part(path.root()), path.fields()))
                : Optional.empty();
    }

    private static Reading.Part part(Root root) {
        return switch (root) {
            case EVENT -> Reading.Part.EVENT;
            case PROFILE -> Reading.Part.PROFILE;
            case RUN -> Reading.Part.RUN;
            case CAPTURED -> Reading.Part.CAPTURED;
        };
    }

    @Override
    CelExpr replace(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> root(node);
            case SELECT -> selection(node);
            case CALL ->
                TraitCalls.of(node)
                        .map(trait -> variable(node, path(Root.PROFILE, List.of("traits", trait.name()))))
                        .orElse(node);
            default -> node;
        };
    }

    private CelExpr root(CelExpr node) {
        String name = node.ident().name();
        if (isBound(name)) {
            return node;
        }
        return switch (name) {
            case "now" -> variable(node, Operand.NOW);
            case "event" -> variable(node, path(Root.EVENT, List.of()));
            case "profile" -> variable(node, path(Root.PROFILE, List.of()));
            case "run" -> variable(node, path(Root.RUN, List.of()));
            default ->
                vocabulary.use() == Use.TRIGGER && vocabulary.captured().containsKey(name)
                        ? variable(node, path(Root.CAPTURED, List.of(name)))
                        : node;
        };
    }

    private CelExpr selection(CelExpr node) {
        CelExpr.CelSelect select = node.select();
        if (select.operand().getKind() != CelExpr.ExprKind.Kind.IDENT
                || !(operands.get(select.operand().ident().name()) instanceof Path holder)) {
            return node;
        }
        var fields = new ArrayList<>(holder.fields());
        fields.add(select.field());
        Path path = path(holder.root(), List.copyOf(fields));
        if (select.testOnly()) {
            String name = "@has" + tested.size();
            tested.put(name, path);
            return ident(node, name);
        }
        return variable(node, path);
    }

    private CelExpr variable(CelExpr node, Operand operand) {
        String name = "@path" + operands.size();
        operands.put(name, operand);
        return ident(node, name);
    }

    private static CelExpr ident(CelExpr node, String name) {
        return node.toBuilder()
                .setIdent(CelExpr.CelIdent.newBuilder().setName(name).build())
                .build();
    }

    private static Path path(Root root, List<String> fields) {
        return new Path(root, fields, kind(root, fields));
    }

    private static Path.Kind kind(Root root, List<String> fields) {
        int eventDepth =
                switch (root) {
                    case EVENT -> 0;
                    case RUN, CAPTURED -> 1;
                    case PROFILE -> Integer.MAX_VALUE;
                };
        if (fields.size() == eventDepth) {
            return Path.Kind.EVENT;
        }
        if (fields.size() - 1 != eventDepth) {
            return Path.Kind.PLAIN;
        }
        return switch (fields.get(eventDepth)) {
            case "timestamp" -> Path.Kind.TIMESTAMP;
            case "all" -> root == Root.EVENT ? Path.Kind.PLAIN : Path.Kind.EVENTS;
            default -> Path.Kind.PLAIN;
        };
    }
}

package dev.sendero.rules.expression.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.problem.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the type checker found. */
final class TypeErrors {

    private static final Set<String> FUNCTIONS = Set.of(
            "has",
            "count",
            "sum",
            "all",
            "exists",
            "exists_one",
            "map",
            "filter",
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "int",
            "double",
            "string",
            "bool",
            "timestamp",
            "duration",
            "getFullYear",
            "getMonth",
            "getDayOfYear",
            "getDayOfMonth",
            "getDate",
            "getDayOfWeek",
            "getHours",
            "getMinutes",
            "getSeconds",
            "getMilliseconds");

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");

    private static final Set<String> CONDITIONS = Set.of("_&&_", "_||_", "!_", "_?_:_");

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)' .*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '(.*?)' applied to '(.*?)'(?: \\(candidates.*)?");
    private static final Pattern NO_FIELDS = Pattern.compile("type '(.*)' does not support field selection");
    private static final Pattern EXPECTED = Pattern.compile("expected type '(.*)' but found '(.*)'");

    private final CelAbstractSyntaxTree ast;
    private final SourceText source;
    private final Declarations declarations;
    private final Use use;

    TypeErrors(CelAbstractSyntaxTree ast, SourceText source, Declarations declarations, Use use) {
        this.ast = ast;
        this.source = source;
        this.declarations = declarations;
        this.use = use;
    }

    /** {@link Literals} has said so already, better. */
    static boolean isAboutNull(CelIssue issue) {
        Matcher noOverload = NO_OVERLOAD.matcher(issue.getMessage());
        return noOverload.matches()
                && TypeWords.ofSignature(noOverload.group(2)).contains("null");
    }

    Issue explain(CelIssue issue) {
        int offset =
                ast.getSource().getLocationOffset(issue.getSourceLocation()).orElse(0);
        Optional<CelExpr> node = Nodes.find(ast.getExpr(), issue.getExprId());
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(undeclared.group(1), node, offset);
        }
        Matcher undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            return undefined(undefined.group(1), node, offset);
        }
        Matcher noOverload = NO_OVERLOAD.matcher(message);
        if (noOverload.matches()) {
            return noOverload(noOverload.group(1), TypeWords.ofSignature(noOverload.group(2)), node, offset);
        }
        Matcher noFields = NO_FIELDS.matcher(message);
        if (noFields.matches()) {
            return at(source.at(offset), TypeWords.ofWritten(noFields.group(1)) + " has no parts with names", "");
        }
        Matcher expected = EXPECTED.matcher(message);
        if (expected.matches()) {
            return at(
                    source.at(offset),
                    "this is " + TypeWords.ofWritten(expected.group(2)) + " where "
                            + TypeWords.ofWritten(expected.group(1)) + " is expected",
                    "");
        }
        return at(source.at(offset), message, "");
    }

    private Issue undeclared(String name, Optional<CelExpr> node, int offset) {
        boolean function = node.isPresent() && node.get().getKind() == CelExpr.ExprKind.Kind.CALL;
        if (function) {
            return at(
                    source.callBefore(offset), "there is no function '" + name + "'", DidYouMean.hint(name, FUNCTIONS));
        }
        if (name.equals("event")) {
            return at(
                    source.at(offset),
                    "there is no event here",
                    use == Use.PROFILE
                            ? "a segment looks at profile only"
                            : "run.trigger is the event that completed the trigger");
        }
        if (name.equals("run") && use == Use.TRIGGER) {
            return at(
                    source.at(offset),
                    "there is no run yet",
                    "captured items are named directly, such as added.properties");
        }
        if (declarations.hasItem(name)) {
            return at(source.at(offset), "nothing here is called '" + name + "'", "write run." + name);
        }
        return at(
                source.at(offset),
                "nothing here is called '" + name + "'",
                DidYouMean.hint(name, declarations.variables().keySet()));
    }

    private Issue undefined(String field, Optional<CelExpr> node, int offset) {
        var span = source.at(offset);
        CelExpr holder = node.map(CelExpr::selectOrDefault)
                .map(CelExpr.CelSelect::operand)
                .orElse(CelExpr.ofNotSet(0));
        Optional<CelType> type = typeOf(holder);
        List<String> known = type.map(Declarations::fieldsOf).orElse(List.of());
        String written = Nodes.written(holder);
        String hint = DidYouMean.nearest(field, known)
                .map(near -> "did you mean '" + near + "'?")
                .or(() ->
                        Declarations.openField(type, field).map(open -> "write " + written + "." + open + "." + field))
                .orElseGet(() -> DidYouMean.hint(field, known));
        return at(span, "'" + written + "' has no '" + field + "'", hint);
    }

    private Issue noOverload(String function, List<String> types, Optional<CelExpr> node, int offset) {
        if (COMPARISONS.contains(function) && types.size() == 2) {
            return at(
                    unfit(node, offset),
                    types.get(0).equals(types.get(1))
                            ? "these cannot be compared"
                            : types.get(0) + " cannot be compared with " + types.get(1),
                    "");
        }
        if (function.equals("@in") && types.size() == 2) {
            return at(
                    source.at(offset),
                    types.get(1).equals("a list")
                            ? types.get(0) + " cannot be in a list of something else"
                            : types.get(0) + " cannot be in " + types.get(1),
                    types.get(1).equals("an object") ? "has(…) asks whether an object has a part" : "");
        }
        if (CONDITIONS.contains(function)) {
            String other = types.stream()
                    .filter(type -> !type.equals("true or false"))
                    .findFirst()
                    .orElse("this");
            return at(
                    source.at(offset), "'" + Nodes.OPERATORS.get(function) + "' takes true or false, not " + other, "");
        }
        String joined = String.join(" and ", types);
        if (Nodes.OPERATORS.containsKey(function)) {
            return at(source.at(offset), "'" + Nodes.OPERATORS.get(function) + "' does not take " + joined, "");
        }
        return at(source.callBefore(offset), "'" + function + "' does not take " + joined, "");
    }

    /** Where one side of a comparison is written out, it is what does not fit; otherwise the operator stands for both. */
    private SourceText.Span unfit(Optional<CelExpr> node, int offset) {
        if (node.isEmpty() || node.get().getKind() != CelExpr.ExprKind.Kind.CALL) {
            return source.at(offset);
        }
        List<CelExpr> sides = node.get().call().args();
        for (int side = sides.size() - 1; side >= 0; side--) {
            Integer position =
                    ast.getSource().getPositionsMap().get(sides.get(side).id());
            if (position != null && sides.get(side).getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                return source.at(position);
            }
        }
        return source.at(offset);
    }

    private Optional<CelType> typeOf(CelExpr path) {
        Map<String, CelType> variables = declarations.variables();
        return switch (path.getKind()) {
            case IDENT -> Optional.ofNullable(variables.get(path.ident().name()));
            case SELECT ->
                typeOf(path.select().operand())
                        .filter(StructType.class::isInstance)
                        .flatMap(type ->
                                ((StructType) type).findField(path.select().field()))
                        .map(StructType.Field::type);
            default -> Optional.empty();
        };
    }

    private static Issue at(SourceText.Span span, String message, String hint) {
        return new Issue(span.offset(), span.length(), message, hint);
    }
}

package dev.sendero.rules.expression.cel;

import static dev.sendero.rules.expression.UnnamedTrait.COUNT;
import static dev.sendero.rules.expression.UnnamedTrait.SUM;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.UnnamedTrait;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.DidYouMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of {@code count} and {@code sum}: traits without a name. All of their arguments are written out. */
final class TraitCalls {

    private static final Set<String> BUILT_IN = Set.of(Event.PAGE_VIEWED, Event.SCREEN_VIEWED, Event.IDENTIFIED);

    private final CelAbstractSyntaxTree ast;
    private final SourceText source;
    private final TrackingPlan plan;
    private final List<Issue> issues = new ArrayList<>();

    private TraitCalls(CelAbstractSyntaxTree ast, SourceText source, TrackingPlan plan) {
        this.ast = ast;
        this.source = source;
        this.plan = plan;
    }

    static List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(COUNT, overload(COUNT, 1), overload(COUNT, 2)),
                CelFunctionDecl.newFunctionDeclaration(SUM, overload(SUM, 2), overload(SUM, 3)));
    }

    private static CelOverloadDecl overload(String function, int texts) {
        return CelOverloadDecl.newGlobalOverload(
                function + "_sendero_" + texts + "_texts",
                SimpleType.DOUBLE,
                Collections.nCopies(texts, SimpleType.STRING));
    }

    /** What a call asks for; empty for any other node, and for a call whose arguments have to be computed. */
    static Optional<UnnamedTrait> of(CelExpr node) {
        if (!isCall(node)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (CelExpr argument : node.call().args()) {
            if (!isText(argument)) {
                return Optional.empty();
            }
            texts.add(argument.constant().stringValue());
        }
        boolean sum = node.call().function().equals(SUM);
        int fewest = sum ? 2 : 1;
        if (texts.size() < fewest || texts.size() > fewest + 1) {
            return Optional.empty();
        }
        String over = texts.size() > fewest ? texts.get(fewest) : "";
        return Optional.of(new UnnamedTrait(texts.get(0), sum ? texts.get(1) : "", over));
    }

    private static boolean isCall(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().target().isEmpty()
                && (node.call().function().equals(COUNT)
                        || node.call().function().equals(SUM));
    }

    private static boolean isText(CelExpr node) {
        return node.constantOrDefault().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    static List<Issue> check(CelAbstractSyntaxTree ast, SourceText source, TrackingPlan plan) {
        var calls = new TraitCalls(ast, source, plan);
        Nodes.all(ast.getExpr()).filter(TraitCalls::isCall).forEach(calls::check);
        return calls.issues;
    }

    private void check(CelExpr call) {
        List<CelExpr> arguments = call.call().args();
        for (CelExpr argument : arguments) {
            if (!isText(argument)) {
                report(
                        argument,
                        "'" + call.call().function() + "' takes texts that are written out",
                        "write it as in count(\"Product Added\", \"24h\")");
            }
        }
        of(call).ifPresent(trait -> check(trait, arguments));
    }

    private void check(UnnamedTrait trait, List<CelExpr> arguments) {
        boolean known = plan.event(trait.event()).isPresent()
                || BUILT_IN.contains(trait.event())
                || ReceiptEvents.kindOf(trait.event()).isPresent();
        if (plan.declared() && !known) {
            report(
                    arguments.get(0),
                    "no event '" + trait.event() + "' in events.yaml",
                    DidYouMean.hint(trait.event(), plan.events().keySet()));
        }
        if (!trait.over().isEmpty()
                && trait.window().filter(window -> !window.isZero()).isEmpty()) {
            report(
                    arguments.get(arguments.size() - 1),
                    "'" + trait.over() + "' is no duration",
                    "write " + DurationText.EXAMPLES);
        }
    }

    private void report(CelExpr argument, String message, String hint) {
        int offset = ast.getSource().getPositionsMap().getOrDefault(argument.id(), 0);
        var span = source.at(offset);
        issues.add(new Issue(span.offset(), span.length(), message, hint));
    }
}

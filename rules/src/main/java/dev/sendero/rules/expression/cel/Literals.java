package dev.sendero.rules.expression.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.DurationText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Checks what is written out: durations, times, regular expressions; and that nothing asks for null. */
final class Literals {

    private final CelAbstractSyntaxTree ast;
    private final SourceText source;
    private final List<Issue> issues = new ArrayList<>();

    private Literals(CelAbstractSyntaxTree ast, SourceText source) {
        this.ast = ast;
        this.source = source;
    }

    static List<Issue> check(CelAbstractSyntaxTree ast, SourceText source) {
        var literals = new Literals(ast, source);
        Nodes.all(ast.getExpr()).forEach(literals::check);
        return literals.issues;
    }

    private void check(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
            CelExpr.CelCall call = node.call();
            List<CelExpr> arguments = call.args();
            if (arguments.isEmpty()) {
                return;
            }
            CelExpr last = arguments.get(arguments.size() - 1);
            if (last.constantOrDefault().getKind() != CelConstant.Kind.STRING_VALUE) {
                return;
            }
            String text = last.constant().stringValue();
            switch (call.function()) {
                case "duration" -> duration(last, text);
                case "timestamp" -> timestamp(last, text);
                case "matches" -> regex(last, text);
                default -> {
                    // Any text is fine as the argument of another function.
                }
            }
        } else if (node.constantOrDefault().getKind() == CelConstant.Kind.NULL_VALUE) {
            report(
                    node,
                    "there is no null: what is missing is missing",
                    "has(event.properties.name) asks whether something is there");
        }
    }

    private void duration(CelExpr literal, String text) {
        if (DurationText.parse(text).isEmpty()) {
            report(literal, "'" + text + "' is no duration", "write " + DurationText.EXAMPLES);
        }
    }

    private void timestamp(CelExpr literal, String text) {
        try {
            Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            report(literal, "'" + text + "' is no time", "write it as 2026-01-31T09:00:00Z");
        }
    }

    private void regex(CelExpr literal, String text) {
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException invalid) {
            report(
                    literal,
                    "this is no regular expression: " + invalid.getDescription(),
                    "the syntax is RE2, without look-ahead and back-references");
        }
    }

    private void report(CelExpr node, String message, String hint) {
        int offset = ast.getSource().getPositionsMap().getOrDefault(node.id(), 0);
        var span = source.at(offset);
        issues.add(new Issue(span.offset(), span.length(), message, hint));
    }
}

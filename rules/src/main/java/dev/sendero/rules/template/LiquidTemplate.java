package dev.sendero.rules.template;

import java.util.Map;
import java.util.TreeMap;
import liqp.TemplateContext;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.ParseContext;

/** A parsed template with the partials that it may include. Safe for many threads. */
final class LiquidTemplate {

    private final TemplateKind kind;
    private final ParseContext template;
    private final Map<String, ParseContext> partials = new TreeMap<>();

    /** @throws RenderFailure when the template or a partial cannot be parsed */
    LiquidTemplate(String source, TemplateKind kind, Map<String, String> partialSources) throws RenderFailure {
        this.kind = kind;
        try {
            this.template = Liquid.parse(source);
            partialSources.forEach((name, partial) -> partials.put(name, Liquid.parse(partial)));
        } catch (LiquidException malformed) {
            throw new RenderFailure("the template cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    /** @param variables JSON values */
    String render(Map<String, Object> variables) throws RenderFailure {
        var context = new TemplateContext(Liquid.PARSER, TemplateVariables.canonical(variables));
        Map<String, LNode> included = context.getRegistry(IncludePartial.PARTIALS);
        try {
            // The library's nodes keep state while they render, so each rendering has its own.
            partials.forEach((name, partial) -> included.put(name, nodes().visit(partial)));
            return String.valueOf(nodes().visit(template).render(context));
        } catch (ExceededMaxIterationsException endless) {
            throw new RenderFailure(
                    "the template's loops go round more than " + Liquid.MAX_ITERATIONS + " times", endless);
        } catch (RuntimeException failure) {
            throw new RenderFailure("the template fails: " + reason(failure), failure);
        }
    }

    private NodeVisitor nodes() {
        return switch (kind) {
            case HTML, MJML -> new EscapingNodes(Liquid.filters(kind));
            case TEXT, JSON -> new NodeVisitor(Liquid.INSERTIONS, Liquid.filters(kind), true);
        };
    }

    private static String reason(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

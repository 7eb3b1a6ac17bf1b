package dev.sendero.rules.template;

import dev.sendero.rules.template.filter.Escaping;
import dev.sendero.rules.template.filter.LiquidFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.ParseContext;

/** A parsed template with the partials that it may include. Safe for many threads. */
final class LiquidTemplate {

    private static final Pattern PLACE = Pattern.compile("error on line (\\d+), ");

    private final TemplateKind kind;
    private final ParseContext template;
    private final Map<String, ParseContext> partials = new TreeMap<>();
    private final Queue<Nodes> idle = new ConcurrentLinkedQueue<>();

    /** What is rendered. The library's nodes keep state while they render, so each rendering has its own. */
    private record Nodes(LNode template, Map<String, LNode> partials) {}

    /** @throws RenderFailure when the template or a partial cannot be parsed */
    LiquidTemplate(String source, TemplateKind kind, Map<String, String> partialSources) throws RenderFailure {
        this.kind = kind;
        try {
            this.template = Liquid.parse(source);
            partialSources.forEach((name, partial) -> partials.put(name, Liquid.parse(partial)));
        } catch (LiquidException malformed) {
            throw new RenderFailure("the template cannot be read: line " + malformed.line, malformed);
        }
    }

    /** @param variables JSON values */
    String render(Map<String, Object> variables) throws RenderFailure {
        var context = new TemplateContext(Liquid.PARSER, TemplateVariables.canonical(variables));
        Map<String, LNode> included = context.getRegistry(PartialTag.PARTIALS);
        try {
            Nodes nodes = Optional.ofNullable(idle.poll()).orElseGet(this::nodes);
            included.putAll(nodes.partials());
            String rendered = String.valueOf(nodes.template().render(context));
            // Only what has come to its end is as it was before; building nodes costs more than rendering them.
            idle.add(nodes);
            return rendered;
        } catch (ExceededMaxIterationsException endless) {
            throw new RenderFailure(
                    "the template's loops go round more than " + Liquid.MAX_ITERATIONS + " times", endless);
        } catch (RuntimeException failure) {
            // Without the cause: what the library says may quote the customer's data.
            throw new RenderFailure("the template fails: " + reason(failure));
        }
    }

    private Nodes nodes() {
        var included = new TreeMap<String, LNode>();
        partials.forEach((name, partial) -> included.put(name, visitor().visit(partial)));
        return new Nodes(visitor().visit(template), included);
    }

    private NodeVisitor visitor() {
        return switch (kind) {
            case HTML, MJML -> new EscapingNodes(Liquid.filters(kind), Escaping.HTML);
            case SLACK -> new EscapingNodes(Liquid.filters(kind), Escaping.SLACK);
            case TEXT, JSON -> new NodeVisitor(Liquid.INSERTIONS, Liquid.filters(kind), true);
        };
    }

    private static String reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LiquidFailure known) {
                return String.valueOf(known.getMessage());
            }
        }
        String message = String.valueOf(failure.getMessage());
        Matcher place = PLACE.matcher(message);
        if (place.lookingAt()) {
            return "line " + place.group(1) + ": a filter cannot work with its value";
        }
        return message.startsWith("rendered string exceeds")
                ? "it makes more than " + Liquid.MAX_OUTPUT + " characters"
                : "a value does not fit";
    }
}

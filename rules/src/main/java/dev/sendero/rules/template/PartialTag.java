package dev.sendero.rules.template;

import dev.sendero.rules.template.filter.LiquidFailure;
import java.util.HashMap;
import java.util.Map;
import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.tags.Tag;

/**
 * {@code {% render 'name' %}} and, as it was called before, {@code {% include 'name' %}}: renders a partial of the same
 * content, and nothing else, with the variables around it.
 */
final class PartialTag extends Tag {

    /** The registry of a context that holds the partials by name. */
    static final String PARTIALS = "sendero.partials";

    private static final String DEPTH = "sendero.depth";
    private static final int MAX_DEPTH = 10;

    PartialTag(String name) {
        super(name);
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        String name = unquoted(asString(nodes[0].render(context), context));
        Map<String, LNode> partials = context.getRegistry(PARTIALS);
        LNode partial = partials.get(name);
        if (partial == null) {
            throw new LiquidFailure("there is no partial '" + name + "'");
        }
        var variables = new HashMap<String, Object>();
        if (nodes.length > 1) {
            variables.put(name, nodes[1].render(context));
        }
        Map<String, Integer> depth = context.getRegistry(DEPTH);
        if (depth.merge(DEPTH, 1, Integer::sum) > MAX_DEPTH) {
            throw new LiquidFailure("partials include each other more than " + MAX_DEPTH + " deep");
        }
        try {
            return partial.render(context.newChildContext(variables));
        } finally {
            depth.merge(DEPTH, -1, Integer::sum);
        }
    }

    /** The parser hands the name of {@code render} over as it is written. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && (name.startsWith("'") || name.startsWith("\""));
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}

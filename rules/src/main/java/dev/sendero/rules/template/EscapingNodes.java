package dev.sendero.rules.template;

import dev.sendero.rules.template.filter.Escaping;
import dev.sendero.rules.template.filter.SafeText;
import liqp.LValue;
import liqp.TemplateContext;
import liqp.filters.Filters;
import liqp.nodes.AtomNode;
import liqp.nodes.InsertionNode;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.Capture_tag_StrContext;
import liquid.parser.v4.LiquidParser.Cycle_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;

/** Builds the nodes of a template for markup: every output is escaped, what a block has captured is not escaped again. */
final class EscapingNodes extends NodeVisitor {

    private final Escaping escaping;

    EscapingNodes(Filters filters, Escaping escaping) {
        super(Liquid.INSERTIONS, filters, true);
        this.escaping = escaping;
    }

    @Override
    public LNode visitOutput(OutputContext output) {
        return new Escaped(super.visitOutput(output), escaping);
    }

    @Override
    public LNode visitCycle_tag(Cycle_tagContext cycle) {
        return new Escaped(super.visitCycle_tag(cycle), escaping);
    }

    @Override
    public LNode visitCapture_tag_Id(Capture_tag_IdContext capture) {
        return capture(capture.id().getText(), visitBlock(capture.block()));
    }

    @Override
    public LNode visitCapture_tag_Str(Capture_tag_StrContext capture) {
        String quoted = capture.Str().getText();
        return capture(quoted.substring(1, quoted.length() - 1), visitBlock(capture.block()));
    }

    private static LNode capture(String name, LNode block) {
        return new InsertionNode(Liquid.INSERTIONS.get("capture"), new AtomNode(name), new Safe(block));
    }

    private record Escaped(LNode node, Escaping escaping) implements LNode {
        @Override
        public Object render(TemplateContext context) {
            Object value = node.render(context);
            return value instanceof SafeText ? value : escaping.of(LValue.BREAK.asString(value, context));
        }
    }

    private record Safe(LNode block) implements LNode {
        @Override
        public Object render(TemplateContext context) {
            return new SafeText(String.valueOf(block.render(context)));
        }
    }
}

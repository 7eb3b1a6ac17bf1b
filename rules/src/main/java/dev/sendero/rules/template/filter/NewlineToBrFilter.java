package dev.sendero.rules.template.filter;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code newline_to_br}: escapes the value, and not the line breaks that it puts in. */
final class NewlineToBrFilter extends Filter {

    NewlineToBrFilter() {
        super("newline_to_br");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        CharSequence escaped = value instanceof SafeText safe ? safe : Escaping.HTML.of(asString(value, context));
        return new SafeText(escaped.toString().replace("\n", "<br />\n"));
    }
}

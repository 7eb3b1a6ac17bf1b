package dev.sendero.rules.template.filter;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code replace: old, new}, which stops before its result becomes too large. */
final class ReplaceFilter extends Filter {

    ReplaceFilter() {
        super("replace");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        String text = asString(value, context);
        String old = asString(get(0, params), context);
        String replacement = params.length > 1 ? asString(params[1], context) : "";
        if (old.isEmpty()) {
            return text;
        }
        var replaced = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, from)) {
            replaced.append(text, from, at).append(replacement);
            from = at + old.length();
            if (replaced.length() > BoundedFilter.MAX_TEXT) {
                break;
            }
        }
        return replaced.append(text, from, text.length()).toString();
    }
}

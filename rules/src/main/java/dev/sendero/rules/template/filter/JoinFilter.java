package dev.sendero.rules.template.filter;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code join: glue}, which stops before its result becomes too large. */
final class JoinFilter extends Filter {

    JoinFilter() {
        super("join");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        String glue = params.length == 0 ? " " : asString(params[0], context);
        var joined = new StringBuilder();
        for (Object element : asArray(value, context)) {
            if (joined.length() > BoundedFilter.MAX_TEXT) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : glue).append(asString(element, context));
        }
        return joined.toString();
    }
}

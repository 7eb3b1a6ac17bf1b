package dev.sendero.rules.template.filter;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code raw}: the template's author vouches for the value, and it is not escaped. */
final class RawFilter extends Filter {

    RawFilter() {
        super("raw");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        return new SafeText(asString(value, context));
    }
}

package dev.sendero.rules.template.filter;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code escape} and {@code h}: what is escaped by hand is not escaped a second time. */
final class EscapeFilter extends Filter {

    private final Escaping escaping;

    EscapeFilter(String name, Escaping escaping) {
        super(name);
        this.escaping = escaping;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        return value instanceof SafeText ? value : escaping.of(asString(value, context));
    }
}

package dev.sendero.rules.template.filter;

import java.util.Locale;
import java.util.function.UnaryOperator;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code upcase} and {@code downcase}, alike in every locale of a machine. */
final class CaseFilter extends Filter {

    private final UnaryOperator<String> change;

    private CaseFilter(String name, UnaryOperator<String> change) {
        super(name);
        this.change = change;
    }

    static CaseFilter up() {
        return new CaseFilter("upcase", text -> text.toUpperCase(Locale.ROOT));
    }

    static CaseFilter down() {
        return new CaseFilter("downcase", text -> text.toLowerCase(Locale.ROOT));
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        return change.apply(asString(value, context));
    }
}

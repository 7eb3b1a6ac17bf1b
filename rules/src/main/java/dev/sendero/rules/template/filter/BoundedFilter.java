package dev.sendero.rules.template.filter;

import java.math.BigDecimal;
import java.util.Collection;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** A filter whose results stay small, so that a loop of filters cannot fill the memory. */
final class BoundedFilter extends Filter {

    /** Characters of a text. */
    static final int MAX_TEXT = 200_000;

    /** Elements of a list. */
    static final int MAX_ELEMENTS = 10_000;

    /** Digits of a number. */
    private static final int MAX_DIGITS = 100;

    private final Filter filter;

    BoundedFilter(Filter filter) {
        super(filter.getName());
        this.filter = filter;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        Object result = filter.apply(value, context, params);
        if ((result instanceof CharSequence text && text.length() > MAX_TEXT)
                || (result instanceof Collection<?> list && list.size() > MAX_ELEMENTS)
                || (result instanceof Object[] array && array.length > MAX_ELEMENTS)
                || (result instanceof BigDecimal number && digits(number) > MAX_DIGITS)) {
            throw new LiquidFailure("the result of '" + getName() + "' is too large");
        }
        return result;
    }

    private static int digits(BigDecimal number) {
        return Math.max(number.precision(), Math.abs(number.scale()));
    }
}

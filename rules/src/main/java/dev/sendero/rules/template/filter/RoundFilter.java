package dev.sendero.rules.template.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import liqp.PlainBigDecimal;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code round: digits}, half away from zero, with exactly so many digits after a point: {@code 3.5 | round: 2} is 3.50. */
final class RoundFilter extends Filter {

    private static final int MAX_SCALE = 20;

    RoundFilter() {
        super("round");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        if (!isNumber(value)) {
            return value;
        }
        int scale = params.length > 0 && isNumber(params[0])
                ? Math.min(MAX_SCALE, Math.max(0, asNumber(params[0]).intValue()))
                : 0;
        var number = new BigDecimal(asNumber(value).toString());
        return new PlainBigDecimal(number.setScale(scale, RoundingMode.HALF_UP));
    }
}

package dev.sendero.rules.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liqp.PlainBigDecimal;

/**
 * Brings variables into one form, so that a message renders alike before and after its way through JSON: objects in the
 * order of their keys, whole numbers as Long, fractions without exponents.
 */
final class TemplateVariables {

    private TemplateVariables() {}

    static Map<String, Object> canonical(Map<?, ?> object) {
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(name), canonicalValue(value));
            }
        });
        return sorted;
    }

    private static Object canonicalValue(Object value) {
        if (value instanceof Map<?, ?> object) {
            return canonical(object);
        }
        if (value instanceof List<?> list) {
            var elements = new ArrayList<Object>(list.size());
            for (Object element : list) {
                if (element != null) {
                    elements.add(canonicalValue(element));
                }
            }
            return elements;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return new PlainBigDecimal(number.toString());
        }
        return value;
    }
}

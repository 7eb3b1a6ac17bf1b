package dev.sendero.core.trait;

import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.usage.TraitUsage;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers that events have. Of money, only those count whose event names the project's currency or none. */
record Numbers(TraitRule.OfValue rule, String currency) {

    /** Null for an event without such a number. */
    @Nullable
    BigDecimal of(Happening happening) {
        if (!happening.isOneOf(rule.events())) {
            return null;
        }
        BigDecimal amount = rule.value().evaluate(happening).map(Amounts::of).orElse(null);
        if (amount != null && rule.money()) {
            String stated = currencyOf(happening);
            if (!stated.equals(currency)) {
                happening.otherCurrency().accept(stated);
                return null;
            }
        }
        return amount;
    }

    private String currencyOf(Happening happening) {
        return happening.cause().properties().get(TraitUsage.CURRENCY) instanceof String named && !named.isBlank()
                ? named.strip().toUpperCase(Locale.ROOT)
                : currency;
    }
}

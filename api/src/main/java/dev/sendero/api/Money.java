package dev.sendero.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/**
 * An amount in a currency.
 *
 * @param amount any decimal
 * @param currency ISO 4217 code; empty only in {@link #NONE}
 */
public record Money(BigDecimal amount, String currency) {

    /** No amount was stated. */
    public static final Money NONE = new Money(BigDecimal.ZERO, "");

    @JsonIgnore
    public boolean isStated() {
        return !currency.isEmpty();
    }
}

package dev.sendero.core.state;

import java.math.BigDecimal;

/**
 * One or several events of a computed trait.
 *
 * @param at the time of the newest of them, milliseconds since 1970
 * @param value the JSON value that they have in common; {@link #NO_VALUE} where only the amount counts
 * @param amount how many, or what they add up to
 */
public record Slot(long at, Object value, BigDecimal amount) {

    public static final Object NO_VALUE = "";

    public boolean hasValue() {
        return !value.equals(NO_VALUE);
    }
}

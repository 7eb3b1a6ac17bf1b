package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as they are added up: decimals, of 34 digits at most, so that 0.1 and 0.2 are 0.3. */
final class Amounts {

    private static final int DIGITS_OF_A_LONG = 18;

    private Amounts() {}

    /** Null for what is no number. */
    static @Nullable BigDecimal of(Object value) {
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value instanceof Double decimal && Double.isFinite(decimal) ? BigDecimal.valueOf(decimal) : null;
    }

    static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one.add(other, MathContext.DECIMAL128);
    }

    /** Of those slots that a window still has. */
    static BigDecimal sum(List<Slot> slots, Window window, long now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Slot slot : slots) {
            if (window.has(slot, now)) {
                sum = sum(sum, slot.amount());
            }
        }
        return sum;
    }

    /** As JSON has it: whole where it is whole. */
    static Object json(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= DIGITS_OF_A_LONG
                ? (Object) plain.longValueExact()
                : (Object) plain.doubleValue();
    }
}

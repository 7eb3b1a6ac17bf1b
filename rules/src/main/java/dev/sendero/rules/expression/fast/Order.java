package dev.sendero.rules.expression.fast;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Which of two values comes first. */
public final class Order {

    /** Whole numbers up to this are exact as a Double. */
    private static final long EXACT_AS_DOUBLE = 1L << 53;

    private Order() {}

    /** Empty when the two cannot be ordered: they are of different kinds, or lists, or objects. */
    public static OptionalInt compare(Object one, Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return OptionalInt.of(compareNumbers(first, second));
        }
        if (one instanceof String first && other instanceof String second) {
            return OptionalInt.of(first.compareTo(second));
        }
        if (one instanceof Instant first && other instanceof Instant second) {
            return OptionalInt.of(first.compareTo(second));
        }
        if (one instanceof Duration first && other instanceof Duration second) {
            return OptionalInt.of(first.compareTo(second));
        }
        if (one instanceof Boolean first && other instanceof Boolean second) {
            return OptionalInt.of(first.compareTo(second));
        }
        return OptionalInt.empty();
    }

    /** By value, whether Long or Double: 20 and 20.0 are equal. */
    static int compareNumbers(Number one, Number other) {
        if (one instanceof Long first && other instanceof Long second) {
            return Long.compare(first, second);
        }
        if (isExact(one) && isExact(other)) {
            // Adding zero makes -0.0 and 0.0 the same.
            return Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
        }
        double second = other.doubleValue();
        double first = one.doubleValue();
        if (Double.isInfinite(first) || Double.isInfinite(second)) {
            return Double.compare(first, second);
        }
        return decimal(one).compareTo(decimal(other));
    }

    private static boolean isExact(Number number) {
        return number instanceof Double
                || (number.longValue() <= EXACT_AS_DOUBLE && number.longValue() >= -EXACT_AS_DOUBLE);
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof Double fraction ? new BigDecimal(fraction) : BigDecimal.valueOf(number.longValue());
    }
}

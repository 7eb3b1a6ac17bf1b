package dev.sendero.store.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as whole millionths, so that every database adds them exactly. */
final class Millionths {

    private static final int SCALE = 6;

    /** What one fact may add at most: a million million. A larger amount is a mistake and must not spoil the sum. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

    private Millionths() {}

    static long of(BigDecimal amount) {
        return amount.min(LARGEST)
                .max(LARGEST.negate())
                .setScale(SCALE, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /** With as many decimals as it needs. */
    static BigDecimal toAmount(long millionths) {
        BigDecimal amount = BigDecimal.valueOf(millionths, SCALE).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}

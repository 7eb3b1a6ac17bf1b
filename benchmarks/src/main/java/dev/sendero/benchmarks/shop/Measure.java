package dev.sendero.benchmarks.shop;

import java.util.SplittableRandom;

/** A number that events carry. Spread exponentially: most are small, and the few large ones are what journeys look for. */
public enum Measure {
    PRICE("price", 40, false),
    QUANTITY("quantity", 2, true),
    TOTAL("total", 90, false),
    ITEMS("items", 3, true),
    RESULTS("results", 30, true),
    SECONDS("seconds", 60, true);

    /** Thresholds of amounts are multiples of it, as people write them. */
    private static final double STEP = 5;

    private final String property;
    private final double mean;
    private final boolean whole;

    Measure(String property, double mean, boolean whole) {
        this.property = property;
        this.mean = mean;
        this.whole = whole;
    }

    /** Its name among the properties of an event. */
    public String property() {
        return property;
    }

    /** A Long of 1 or more where only whole numbers make sense; elsewhere a Double with two decimals. */
    Object drawn(SplittableRandom random) {
        double value = -mean * StrictMath.log(1 - random.nextDouble());
        if (whole) {
            return 1 + (long) value;
        }
        return Math.round(value * 100) / 100.0;
    }

    /**
     * What about this share of the events reaches.
     *
     * @param share above 0, below 1
     */
    public long threshold(double share) {
        double value = -mean * StrictMath.log(share);
        return whole ? 1 + (long) Math.ceil(value) : (long) (Math.ceil(value / STEP) * STEP);
    }
}

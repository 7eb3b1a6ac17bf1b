package dev.sendero.cli.report;

/**
 * By how much more of those who were in a journey converted than of those who were held out. Both count from entry,
 * whatever they got (intention to treat). The interval is Newcombe's hybrid score interval of the difference of two
 * proportions (R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998) 873–890, method 10), which joins the score intervals of the two
 * (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927) 209–212).
 *
 * @param difference of the shares, -1 to 1
 * @param low the lower end of the interval of 95 % confidence
 * @param high its upper end
 */
record Uplift(double difference, double low, double high) {

    /** The 0.975 quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The ends of an interval that holds a share. */
    private record Interval(double low, double high) {}

    /** @throws IllegalArgumentException when a group is empty */
    static Uplift of(Group treated, Group heldOut) {
        Interval inTreated = interval(treated);
        Interval inHeldOut = interval(heldOut);
        double difference = treated.share() - heldOut.share();
        double below = Math.hypot(treated.share() - inTreated.low(), inHeldOut.high() - heldOut.share());
        double above = Math.hypot(inTreated.high() - treated.share(), heldOut.share() - inHeldOut.low());
        return new Uplift(difference, Math.max(-1, difference - below), Math.min(1, difference + above));
    }

    private static Interval interval(Group group) {
        if (group.customers() == 0) {
            throw new IllegalArgumentException("customers of a group: 0 (expected: at least one)");
        }
        double converted = group.converted();
        double centre = 2 * converted + Z * Z;
        double width = Z * Math.sqrt(Z * Z + 4 * converted * (1 - group.share()));
        double twice = 2 * (group.customers() + Z * Z);
        return new Interval((centre - width) / twice, (centre + width) / twice);
    }

    /** Whether the data speak for an effect, in the one direction or the other. */
    boolean isShown() {
        return low > 0 || high < 0;
    }
}

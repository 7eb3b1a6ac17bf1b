package dev.sendero.rules.journey;

/**
 * A part of all customers.
 *
 * @param tenThousandths 0 to 10,000: hundredths of a percent
 */
public record Share(int tenThousandths) {

    public static final Share NONE = new Share(0);

    public Share {
        if (tenThousandths < 0 || tenThousandths > 10_000) {
            throw new IllegalArgumentException("share: " + tenThousandths + " (expected: 0 to 10000)");
        }
    }

    public static Share ofPercent(int percent) {
        return new Share(percent * 100);
    }

    public boolean isNone() {
        return tenThousandths == 0;
    }
}

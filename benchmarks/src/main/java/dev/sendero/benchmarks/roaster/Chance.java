package dev.sendero.benchmarks.roaster;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws for one customer. */
record Chance(RandomGenerator random) {

    /** @param share how often, from 0 to 1 */
    boolean of(double share) {
        return random.nextDouble() < share;
    }

    /** From the one up to the other. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    Duration minutes(double from, double to) {
        return Duration.ofMillis(
                (long) (random.nextDouble(from, to) * Duration.ofMinutes(1).toMillis()));
    }

    Duration days(double from, double to) {
        return minutes(from * 24 * 60, to * 24 * 60);
    }

    /** Exponentially distributed. */
    Duration aboutDays(double mean) {
        double days = -mean * Math.log(1 - random.nextDouble());
        return Duration.ofMillis((long) (days * Duration.ofDays(1).toMillis()));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

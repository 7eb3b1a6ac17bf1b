package dev.sendero.cli.demo;

import java.time.Duration;

/**
 * How much simulated time has passed after some real time: first the shop's past at once, so that there is something
 * to see, then a steady speed.
 *
 * @param past simulated time that is played first
 * @param pastTakes real time for it
 * @param speed simulated seconds per real second from then on
 */
record Pace(Duration past, Duration pastTakes, double speed) {

    Duration simulated(Duration real) {
        if (real.compareTo(pastTakes) < 0) {
            return scaled(past, (double) real.toNanos() / pastTakes.toNanos());
        }
        return past.plus(scaled(real.minus(pastTakes), speed));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}

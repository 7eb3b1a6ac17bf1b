package dev.sendero.cli.demo;

import java.util.random.RandomGenerator;

/**
 * What a shopper is like.
 *
 * @param daysBetweenVisits on average
 * @param impulse the chance that a visit fills a cart, 0 to 1
 * @param resolve the chance that a filled cart is bought at once
 * @param attention the chance that a message is opened
 * @param response the chance that an opened message is clicked
 */
record Temperament(double daysBetweenVisits, double impulse, double resolve, double attention, double response) {

    static Temperament draw(RandomGenerator random) {
        return new Temperament(
                random.nextDouble(0.8, 5.0),
                random.nextDouble(0.15, 0.6),
                random.nextDouble(0.2, 0.7),
                random.nextDouble(0.25, 0.8),
                random.nextDouble(0.15, 0.55));
    }
}

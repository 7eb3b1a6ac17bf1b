package dev.sendero.cli.demo;

import java.time.Instant;

/**
 * A simulated shop.
 *
 * @param seed equal seeds give equal customers, who do the same as long as they receive the same
 * @param start the first instant
 * @param shoppersAtStart who open their accounts in the first days
 * @param newShoppersPerDay who come later, on average
 */
record ShopSettings(long seed, Instant start, int shoppersAtStart, int newShoppersPerDay) {

    static ShopSettings of(long seed, Instant start) {
        return new ShopSettings(seed, start, 900, 40);
    }
}

package dev.sendero.benchmarks.memory;

import java.util.Locale;

/** Who is measured. */
enum PopulationName {
    /** See {@link Population#withOnePartial}. */
    ONE_PARTIAL,
    /** See {@link Population#withOneCapture}. */
    ONE_CAPTURE,
    /** Ten random journeys; see {@link Population#ofShop}. */
    RANDOM_10,
    /** A hundred random journeys; see {@link Population#ofShop}. */
    RANDOM_100,
    /** See {@link Population#waiting}. */
    WAITING;

    /** As it is written in options and results. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

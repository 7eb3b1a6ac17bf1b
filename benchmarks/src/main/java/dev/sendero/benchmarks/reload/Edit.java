package dev.sendero.benchmarks.reload;

import dev.sendero.api.journey.JourneyPublication;

/**
 * One thing that somebody does to a journey.
 *
 * @param publishedAt by the clock of this machine, milliseconds since 1970
 */
record Edit(Kind kind, JourneyPublication publication, long publishedAt) {

    enum Kind {
        ADD,
        CHANGE,
        MIGRATE,
        PAUSE,
        RESUME,
        END;

        /** Whether people enter by it. */
        boolean opens() {
            return this != PAUSE && this != END;
        }
    }
}

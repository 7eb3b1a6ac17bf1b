package dev.sendero.cli.explain;

import java.time.Instant;
import java.util.Optional;

/**
 * What is still open at the end.
 *
 * @param key what the journey's {@code per} found; empty without it
 * @param inside whether the customer is inside the journey
 * @param until when it goes on or is out of time; the last instant for never
 * @param text for people
 */
record Waiting(String key, boolean inside, Instant until, String text) {

    /** When it goes on or is out of time; empty for never. */
    Optional<Instant> end() {
        return until.equals(Instant.MAX) ? Optional.empty() : Optional.of(until);
    }
}

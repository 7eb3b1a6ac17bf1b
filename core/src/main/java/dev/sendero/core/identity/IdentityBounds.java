package dev.sendero.core.identity;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much is kept of one anonymous id at most.
 *
 * @param events of its history before a login; the oldest give way; 0 or more
 * @param age of its history, by the newest event; older events give way, and an id that is silent for so long before
 *     any login is forgotten
 * @param links to users, one after the other; an id that has more is taken to be no single device, and what it does
 *     without a user is nobody's; 1 or more
 * @param memory how long a link is remembered after the last event of the anonymous id
 */
public record IdentityBounds(int events, Duration age, int links, Duration memory) implements Serializable {

    public static final IdentityBounds DEFAULT = new IdentityBounds(200, Duration.ofDays(30), 20, Duration.ofDays(365));

    /** @throws IllegalArgumentException when a number is out of its range */
    public IdentityBounds {
        if (events < 0) {
            throw new IllegalArgumentException("events of an anonymous id: " + events + " (expected: 0 or more)");
        }
        if (links < 1) {
            throw new IllegalArgumentException("links of an anonymous id: " + links + " (expected: 1 or more)");
        }
    }

    /** What a bound that is reached leaves out. */
    public enum Bite {
        /** An event is not part of the history that a login hands over. */
        HISTORY,
        /** A login does not link the anonymous id, nor will any later one. */
        LINKS
    }
}

package dev.sendero.rules.journey;

import java.time.Duration;

/** When the same customer may enter again, per key: {@code reentry}. */
public sealed interface Reentry {

    record Always() implements Reentry {}

    record Never() implements Reentry {}

    /** @param sinceEntry how long after the last entry */
    record After(Duration sinceEntry) implements Reentry {}
}

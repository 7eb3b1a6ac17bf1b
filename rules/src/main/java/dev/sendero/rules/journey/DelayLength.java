package dev.sendero.rules.journey;

import java.time.Duration;

/** How long a delay lasts. */
public sealed interface DelayLength {

    /** @param length 1 s to 365 d */
    record Fixed(Duration length) implements DelayLength {}
}

package dev.sendero.rules.journeytest;

import dev.sendero.rules.problem.Place;

/**
 * The customer must not enter.
 *
 * @param reason as the fact says it; empty when it does not matter: {@code expect_not_entered: true}
 */
public record ExpectedRefusal(Place place, String reason) {}

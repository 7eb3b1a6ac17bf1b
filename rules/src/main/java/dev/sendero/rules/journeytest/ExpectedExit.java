package dev.sendero.rules.journeytest;

import dev.sendero.rules.problem.Place;

/**
 * The run must end early.
 *
 * @param reason as the fact says it; empty when it does not matter: {@code expect_exit: true}
 */
public record ExpectedExit(Place place, String reason) {}

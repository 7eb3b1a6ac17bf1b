package dev.sendero.core.state;

import dev.sendero.api.JourneyId;

/**
 * The last day of the calendar that a journey had for a customer, so that one who travels has no day twice.
 *
 * @param day days since 1970
 */
public record Occasion(JourneyId journey, long day) {}

package dev.sendero.core.state;

import dev.sendero.api.JourneyId;

/**
 * The newest entry into a journey for a key, remembered as long as it keeps the customer from entering again.
 *
 * @param at milliseconds since 1970
 */
public record Entry(JourneyId journey, String key, long at) {}

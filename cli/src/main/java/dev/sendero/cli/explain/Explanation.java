package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One customer's way.
 *
 * @param zone the customer's, in which times are shown
 * @param until the end of what is told: what is later is not yet
 */
record Explanation(
        CustomerId customer, ZoneId zone, Instant until, List<Entry> timeline, List<JourneyAnswer> journeys) {}

package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One customer's way.
 *
 * @param zone the customer's, in which times are shown; the project's where the customer's is not known
 * @param until the end of what is told: what is later is not yet
 */
record Explanation(
        Teller teller,
        CustomerId customer,
        ZoneId zone,
        Instant until,
        List<Entry> timeline,
        List<JourneyAnswer> journeys) {

    /** Who knows. */
    enum Teller {
        /** A replay of past events, in which drafts are as if they were live. */
        HISTORY,
        /** A running system, which keeps what it decided and not the events. */
        RUNNING_SYSTEM
    }
}

package dev.sendero.store.journal;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import java.util.List;

/** Facts, each counted once however often it is recorded. */
public interface Journal {

    /**
     * Durable when it returns. Of customers who have been erased since it is only counted.
     *
     * @return those that were new
     */
    List<Fact> record(List<Fact> facts);

    /** How often each kind of fact stands in the journal, over all versions of a journey and each of them. */
    List<FactCount> counts();

    /** As {@link #counts()}, of one journey by minute of event time, from a time on. */
    List<MinuteCount> countsByMinute(JourneyId journey, java.time.Instant from);

    /** The newest facts about one customer, newest first. */
    List<Fact> timeline(CustomerId customer, int limit);
}

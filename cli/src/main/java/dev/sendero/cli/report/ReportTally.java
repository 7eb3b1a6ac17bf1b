package dev.sendero.cli.report;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts what a report shows, customer by customer. For one thread; what threads have counted is added up. */
public final class ReportTally {

    private final ZoneId zone;
    private final Map<JourneyId, JourneyTally> journeys = new HashMap<>();
    private final Map<Overlap, Long> overlaps = new HashMap<>();
    private final Set<JourneyId> entered = new TreeSet<>();
    private final Set<JourneyId> heldOut = new HashSet<>();
    private final Set<JourneyId> converted = new HashSet<>();

    /** Two journeys of the same customers; the first comes before the second. */
    record Overlap(JourneyId first, JourneyId second) {}

    /** @param zone in which messages have their days */
    public ReportTally(ZoneId zone) {
        this.zone = zone;
    }

    public void count(Fact fact) {
        journeys.computeIfAbsent(fact.journey(), id -> new JourneyTally()).count(fact, zone);
        switch (fact.type()) {
            case ENTERED -> entered.add(fact.journey());
            case HELD_OUT -> heldOut.add(fact.journey());
            case CONVERTED -> {
                converted.add(fact.journey());
                // Who is held out of a journey always is.
                if (heldOut.contains(fact.journey())) {
                    of(fact.journey()).countHeldOutConversion();
                }
            }
            default -> {
                // Says nothing of in which journeys the customer was.
            }
        }
    }

    /** All that is counted from now on is of another customer. */
    public void endOfCustomer() {
        for (JourneyId journey : entered) {
            of(journey).countTreated(converted.contains(journey));
            for (JourneyId other : entered) {
                if (journey.compareTo(other) < 0) {
                    overlaps.merge(new Overlap(journey, other), 1L, Long::sum);
                }
            }
        }
        for (JourneyId journey : heldOut) {
            if (!entered.contains(journey)) {
                of(journey).countHeldOut(converted.contains(journey));
            }
        }
        entered.clear();
        heldOut.clear();
        converted.clear();
    }

    /** Counts what another one has counted, of other customers. */
    public void add(ReportTally other) {
        other.journeys.forEach((journey, tally) ->
                journeys.computeIfAbsent(journey, id -> new JourneyTally()).add(tally));
        other.overlaps.forEach((overlap, count) -> overlaps.merge(overlap, count, Long::sum));
    }

    /** Of a journey that did nothing, there is nothing. */
    JourneyTally of(JourneyId journey) {
        JourneyTally tally = journeys.get(journey);
        return tally == null ? new JourneyTally() : tally;
    }

    /** How many customers entered both. */
    long overlap(JourneyId one, JourneyId other) {
        boolean inOrder = one.compareTo(other) < 0;
        return overlaps.getOrDefault(inOrder ? new Overlap(one, other) : new Overlap(other, one), 0L);
    }
}

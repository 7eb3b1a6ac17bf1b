package dev.sendero.engine.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What changed at one time.
 *
 * @param time in milliseconds of event time
 * @param changed the journeys of which a version came or left
 * @param concernsRuns whether customers are to be looked at, since a journey was paused, resumed, ended or removed, takes
 *     over the people inside, or begins by the calendar
 * @param migrating the journeys whose newest version takes over the people inside
 */
public record JourneyTransition(
        long time, List<Arrival> arrivals, Set<JourneyId> changed, boolean concernsRuns, Set<JourneyId> migrating) {

    /** @param late whether it was published too late to take effect when it should have */
    public record Arrival(CompiledJourney version, boolean late) {}

    /** One fact for each version that took effect. */
    public List<Fact> facts() {
        return arrivals.stream().map(this::published).toList();
    }

    /** One fact for each version that took effect later than it should have. */
    public List<Fact> factsOfLate() {
        return arrivals.stream().filter(Arrival::late).map(this::published).toList();
    }

    private Fact published(Arrival arrival) {
        var publication = arrival.version().publication();
        return new Fact(
                Instant.ofEpochMilli(time),
                publication.journey(),
                publication.version(),
                RunId.NONE,
                "",
                FactType.PUBLISHED,
                "",
                "",
                "",
                reasonOf(arrival),
                Money.NONE,
                0);
    }

    /** The journey's state unless it is live, and whether it came late. */
    private static String reasonOf(Arrival arrival) {
        JourneyState state = arrival.version().journey().state();
        String stated = state == JourneyState.LIVE ? "" : state.name().toLowerCase(Locale.ROOT);
        if (!arrival.late()) {
            return stated;
        }
        return stated.isEmpty() ? "late" : stated + ", late";
    }
}

package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many customers would enter, judged by a history: within the hour after publishing, as if it had been published
 * one hour before the history's end; and in other hours, as if it had been in force all the time. Who is held out
 * counts as well. Safe for many threads.
 */
final class EntryForecast {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Instant beginning;
    private final Instant end;
    private final HistoryReplay asPublished;
    private final HistoryReplay allTheTime;
    private final Map<JourneyId, Set<String>> soon = new TreeMap<>();
    private final Map<JourneyId, SortedMap<Instant, Integer>> byHour = new TreeMap<>();

    /**
     * @param beginning of the history
     * @param end of the history
     */
    EntryForecast(Project project, PublishPlan plan, JourneyPublisher publisher, Instant beginning, Instant end) {
        this.beginning = beginning;
        this.end = end;
        this.asPublished = replay(project, versions(project, plan, publisher, end.minus(HOUR)), end);
        this.allTheTime = replay(
                project,
                project.journeys().values().stream().map(VersionInForce::always).toList(),
                end);
    }

    private static HistoryReplay replay(Project project, List<VersionInForce> versions, Instant end) {
        return HistoryReplay.of(JourneySet.of(project.settings(), versions, CepDetectors.asChosen()), end);
    }

    /** What ran before is in force until the publication, so that re-entry counts from it. */
    private static List<VersionInForce> versions(
            Project project, PublishPlan plan, JourneyPublisher publisher, Instant published) {
        var versions = new ArrayList<VersionInForce>();
        project.journeys().forEach((id, journey) -> {
            PublishPlan.PlannedJourney step = plan.steps().get(id);
            boolean opens = step != null
                    && (step.fate() == PublishPlan.Fate.ADDED || step.fate() == PublishPlan.Fate.NEW_VERSION);
            versions.add(opens ? new VersionInForce(journey, published, Instant.MAX) : VersionInForce.always(journey));
            if (opens) {
                older(publisher, id).ifPresent(old -> versions.add(new VersionInForce(old, Instant.MIN, published)));
            }
        });
        return versions;
    }

    private static Optional<Journey> older(JourneyPublisher publisher, JourneyId journey) {
        return publisher.newest(journey).map(Publications::read).map(project -> project.journeys()
                .get(journey));
    }

    /** Takes up one customer. */
    void add(List<ReceivedEvent> events) {
        List<Fact> published = entries(asPublished, events);
        List<Fact> always = entries(allTheTime, events);
        synchronized (this) {
            published.stream()
                    .filter(fact -> !fact.at().isBefore(end.minus(HOUR)))
                    .forEach(fact -> soon.computeIfAbsent(fact.journey(), it -> new HashSet<>())
                            .add(fact.customer()));
            always.forEach(fact -> byHour.computeIfAbsent(fact.journey(), it -> new TreeMap<>())
                    .merge(fact.at().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum));
        }
    }

    private static List<Fact> entries(HistoryReplay replay, List<ReceivedEvent> events) {
        var entries = new ArrayList<Fact>();
        replay.run(events.iterator(), effect -> {
            if (effect instanceof Effect.Record fact
                    && (fact.fact().type() == FactType.ENTERED || fact.fact().type() == FactType.HELD_OUT)) {
                entries.add(fact.fact());
            }
        });
        return entries;
    }

    /**
     * What is expected of one journey.
     *
     * @param withinTheHour customers
     * @param perHour entries in an hour on average
     * @param busiest entries in the busiest hour
     */
    record Expected(long withinTheHour, double perHour, long busiest) {}

    synchronized Expected of(JourneyId journey) {
        SortedMap<Instant, Integer> hours = byHour.getOrDefault(journey, new TreeMap<>());
        long entries = hours.values().stream().mapToLong(Integer::longValue).sum();
        double length = Math.max(1.0, Duration.between(beginning, end).toMinutes() / 60.0);
        return new Expected(
                soon.getOrDefault(journey, Set.of()).size(),
                entries / length,
                hours.values().stream().mapToLong(Integer::longValue).max().orElse(0));
    }
}

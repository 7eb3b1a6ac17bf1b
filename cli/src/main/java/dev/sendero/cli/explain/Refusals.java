package dev.sendero.cli.explain;

import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.failure.FirstFailure;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a situation that came about let nobody in. */
final class Refusals {

    private final Journey journey;
    private final LocalTimes times;

    Refusals(Journey journey, LocalTimes times) {
        this.journey = journey;
        this.times = times;
    }

    /**
     * @param fact that somebody did not enter
     * @param earlier what the journey decided before about this customer
     */
    Attempt of(Fact fact, List<Fact> earlier, Change change) {
        String event = change.event().map(Event::name).orElse("");
        return switch (fact.reason()) {
            case EntryPolicy.AUDIENCE, EntryPolicy.AUDIENCE_UNKNOWN -> audience(fact, event, change);
            case EntryPolicy.RUN_ACTIVE ->
                new Attempt(fact.at(), event, "runs", ReasonWords.of(fact.reason()), Map.of("reason", fact.reason()));
            case EntryPolicy.REENTRY -> reentry(fact, event, earlier);
            default ->
                new Attempt(
                        fact.at(),
                        event,
                        fact.reason(),
                        ReasonWords.of(fact.reason()),
                        Map.of("reason", fact.reason()));
        };
    }

    private Attempt reentry(Fact fact, String event, List<Fact> earlier) {
        Optional<Duration> sinceEntry =
                journey.reentry() instanceof Reentry.After after ? Optional.of(after.sinceEntry()) : Optional.empty();
        return new Attempt(
                fact.at(),
                event,
                "reentry: " + sinceEntry.map(DurationText::of).orElse("never"),
                ReentryWords.of(fact, earlier, sinceEntry, times),
                Map.of("reason", fact.reason()));
    }

    private Attempt audience(Fact fact, String event, Change change) {
        Optional<Misses.Miss> miss = FirstFailure.of(
                        journey.audience(), change.moment().scopeIn(KnownRun.of(journey, fact, change)))
                .map(Misses::of);
        return new Attempt(
                fact.at(),
                event,
                miss.map(Misses.Miss::condition).orElse(journey.audience().source()),
                "audience: "
                        + miss.map(Misses.Miss::text)
                                .orElse("'" + journey.audience().source() + "' did not hold"),
                miss.map(Misses.Miss::details).orElse(Map.of()));
    }
}

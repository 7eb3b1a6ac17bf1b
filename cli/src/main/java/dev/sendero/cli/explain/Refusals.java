package dev.sendero.cli.explain;

import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.failure.FirstFailure;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import java.time.Instant;
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
                new Attempt(
                        fact.at(), event, "runs", "the customer is inside already", Map.of("reason", fact.reason()));
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
        Optional<Instant> last = earlier.stream()
                .filter(before -> before.key().equals(fact.key()) && JourneyAccount.isEntry(before))
                .reduce((one, other) -> other)
                .map(Fact::at);
        String rule = journey.reentry() instanceof Reentry.After after ? DurationText.of(after.sinceEntry()) : "never";
        String text = "the customer entered"
                + last.map(at -> " on " + times.full(at)).orElse(" before")
                + (journey.reentry() instanceof Reentry.After after
                        ? last.map(at -> ", and may again from " + times.full(at.plus(after.sinceEntry())) + " on")
                                .orElse("")
                        : ", and may only once");
        return new Attempt(fact.at(), event, "reentry: " + rule, text, Map.of("reason", fact.reason()));
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

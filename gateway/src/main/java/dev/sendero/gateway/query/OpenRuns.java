package dev.sendero.gateway.query;

import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.gateway.query.CustomerView.Inside;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out from one customer's facts which runs are on their way, and where they rest. */
final class OpenRuns {

    private final Map<JourneyId, Journey> journeys;
    private final Map<RunId, Place> places = new LinkedHashMap<>();

    /** The last fact that tells where a run is, and the step that it names; empty before the first. */
    private record Place(Fact fact, String step) {}

    private OpenRuns(Map<JourneyId, Journey> journeys) {
        this.journeys = journeys;
    }

    /**
     * @param journeys those that run, in their newest versions
     * @param facts of one customer, oldest first
     */
    static List<Inside> of(Map<JourneyId, Journey> journeys, List<Fact> facts) {
        var runs = new OpenRuns(journeys);
        facts.forEach(runs::take);
        return runs.places.values().stream().map(runs::inside).toList();
    }

    private void take(Fact fact) {
        switch (fact.type()) {
            case ENTERED -> places.put(fact.run(), new Place(fact, ""));
            case STEP, MIGRATED -> places.computeIfPresent(fact.run(), (run, before) -> new Place(fact, fact.step()));
            case EXITED, COMPLETED -> places.remove(fact.run());
            default -> {
                // Says nothing of where a run is.
            }
        }
    }

    private Inside inside(Place place) {
        Fact fact = place.fact();
        // An arm that was taken leads on: where to, only a later fact tells.
        Optional<Step> step = fact.arm().isEmpty() ? stepOf(place) : Optional.empty();
        Optional<Step.WaitUntil> wait =
                step.filter(Step.WaitUntil.class::isInstance).map(Step.WaitUntil.class::cast);
        return new Inside(
                fact.journey().value(),
                fact.key(),
                fact.arm().isEmpty() ? place.step() : "",
                wait.isPresent(),
                wait.stream()
                        .flatMap(found -> found.arms().stream())
                        .map(Step.WaitUntil.Arm::name)
                        .toList(),
                step.map(found -> end(found, fact.at())).orElse(Instant.MAX));
    }

    /** Only in the version that the run has: another one may say something else. */
    private Optional<Step> stepOf(Place place) {
        Journey journey = journeys.get(place.fact().journey());
        return journey == null || !journey.version().equals(place.fact().version())
                ? Optional.empty()
                : journey.allSteps().stream()
                        .filter(step -> step.id().value().equals(place.step()))
                        .findFirst();
    }

    private static Instant end(Step step, Instant since) {
        if (step instanceof Step.WaitUntil wait && !wait.timeout().equals(SequenceItem.UNBOUNDED)) {
            return since.plus(wait.timeout());
        }
        return step instanceof Step.Delay delay && delay.length() instanceof DelayLength.Fixed fixed
                ? since.plus(fixed.length())
                : Instant.MAX;
    }
}

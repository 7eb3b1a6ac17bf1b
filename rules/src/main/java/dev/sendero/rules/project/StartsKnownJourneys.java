package dev.sendero.rules.project;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.reading.ReadJourney;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.Set;

/** A step {@code start} names a journey of the project. */
final class StartsKnownJourneys {

    private final Set<JourneyId> known;

    /** @param known those with errors of their own among them */
    StartsKnownJourneys(Set<JourneyId> known) {
        this.known = known;
    }

    void check(ReadJourney read, Findings findings) {
        for (Step step : read.journey().allSteps()) {
            if (step instanceof Step.Start start && !known.contains(start.journey())) {
                findings.error(
                        ProblemCode.UNKNOWN_JOURNEY,
                        read.places().ofKey(start, "start").orElse(read.places().of(start)),
                        "no journey '" + start.journey() + "' in journeys",
                        DidYouMean.hint(
                                start.journey().value(),
                                known.stream().map(JourneyId::value).toList()));
            }
        }
    }
}

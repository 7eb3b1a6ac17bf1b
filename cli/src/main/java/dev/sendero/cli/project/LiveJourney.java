package dev.sendero.cli.project;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;

/** A journey as if it were live, whatever its file says, for trying it out. */
public final class LiveJourney {

    private LiveJourney() {}

    public static Journey of(Journey journey) {
        return new Journey(
                journey.id(),
                journey.version(),
                journey.title(),
                journey.stage(),
                JourneyState.LIVE,
                journey.migrate(),
                journey.priority(),
                journey.trigger(),
                journey.detector(),
                journey.audience(),
                journey.runs(),
                journey.reentry(),
                journey.exits(),
                journey.conversions(),
                journey.holdout(),
                journey.steps());
    }
}

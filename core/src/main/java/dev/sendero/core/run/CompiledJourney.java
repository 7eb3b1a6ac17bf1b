package dev.sendero.core.run;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Run;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.Optional;

/**
 * One version of a journey, ready to be run.
 *
 * @param standing by the newest version's state, since a state is no version
 * @param newest whether this is the version that people enter
 * @param rank its place in the order in which journeys decide, from 0
 * @param usage what of its events it looks at, and so what has to be kept of them
 */
public record CompiledJourney(
        JourneyVersion version,
        Journey journey,
        Standing standing,
        boolean newest,
        int rank,
        Program program,
        JourneyUsage usage) {

    public boolean isLive() {
        return standing == Standing.LIVE;
    }

    /** Whether an event is one that a run looks for: its name, its key and its condition. */
    Truth isMatch(EventMatch match, Run run, Moment moment, boolean forRunOnly) {
        Event event = moment.event();
        if (!match.event().equals(event.name())) {
            return Truth.FALSE;
        }
        Truth agreed = forRunOnly ? Keys.agreement(event, journey.per(), run.key()) : Truth.TRUE;
        return agreed == Truth.FALSE ? agreed : Keys.both(agreed, moment.testInRun(match.where(), run));
    }

    /** Until when a run may convert; in the past for a journey without a conversion goal. Milliseconds since 1970. */
    long conversionEnds(Run run) {
        Optional<ConversionGoal> goal = journey.conversion();
        return goal.isEmpty()
                ? Long.MIN_VALUE
                : Deadline.after(run.enteredAt(), goal.get().within());
    }
}

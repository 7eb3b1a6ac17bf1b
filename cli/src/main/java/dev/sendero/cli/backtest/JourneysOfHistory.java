package dev.sendero.cli.backtest;

import dev.sendero.core.VersionInForce;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** When journeys may begin that are run over a history: always, but by the calendar only as long as the history lasts. */
public final class JourneysOfHistory {

    private JourneysOfHistory() {}

    /**
     * @param until when the replay stops; {@link Instant#MAX} for when nothing is pending any more, which would be never
     *     for what comes every week
     * @param newest the time of the newest event
     */
    public static List<VersionInForce> inForce(Collection<Journey> journeys, Instant until, Instant newest) {
        Instant last = until.equals(Instant.MAX) ? newest : until;
        return journeys.stream()
                .map(journey -> journey.trigger() instanceof Trigger.ByCalendar
                        ? new VersionInForce(journey, Instant.MIN, last.plusMillis(1))
                        : VersionInForce.always(journey))
                .toList();
    }
}

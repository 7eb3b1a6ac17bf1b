package dev.sendero.rules.journey;

import dev.sendero.api.JourneyId;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which journeys a journey starts. */
public final class StartedJourneys {

    private StartedJourneys() {}

    /** A journey, and all that it starts, and all that these start, each once; those that are not known are left out. */
    public static List<Journey> from(Journey first, Map<JourneyId, Journey> known) {
        var found = new LinkedHashMap<JourneyId, Journey>();
        var open = new ArrayDeque<Journey>();
        open.add(first);
        while (!open.isEmpty()) {
            Journey journey = open.remove();
            if (found.putIfAbsent(journey.id(), journey) == null) {
                journey.allSteps().stream()
                        .filter(Step.Start.class::isInstance)
                        .map(step -> known.get(((Step.Start) step).journey()))
                        .filter(started -> started != null)
                        .forEach(open::add);
            }
        }
        return List.copyOf(found.values());
    }
}

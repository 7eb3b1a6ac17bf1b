package dev.sendero.engine.operator;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.core.Decider;
import dev.sendero.engine.journey.JourneyTimeline;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when an older version is needed no more, by counting anew whom it has: now and then, seldom where it takes
 * long to drain, and a little at each watermark. Nothing is kept for it, and nothing can be miscounted.
 */
final class Draining {

    private static final long FIRST_INTERVAL = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST_INTERVAL = Duration.ofHours(1).toMillis();

    private final CustomerStates states;
    private final Stretch stretch;
    private final Set<JourneyPublication> reported = new HashSet<>();
    private List<JourneyPublication> candidates = List.of();
    private @Nullable Census census;
    private long interval = FIRST_INTERVAL;
    private long nextCensus = Long.MIN_VALUE;

    /** @param stretch how long it works at each watermark */
    Draining(CustomerStates states, Stretch stretch) {
        this.states = states;
        this.stretch = stretch;
    }

    /**
     * Goes on counting, or begins when it is time.
     *
     * @param now in milliseconds of event time
     * @return versions of which this task has nobody, each once
     */
    List<JourneyPublication> goOn(long now, JourneyTimeline timeline, Decider decider) throws Exception {
        if (census == null) {
            if (now < nextCensus || !isWorthIt(timeline.drainingSince(now - FIRST_INTERVAL))) {
                return List.of();
            }
            census = new Census(states, candidates);
        }
        if (!census.goOn(decider::versionsOf, stretch)) {
            return List.of();
        }
        List<JourneyPublication> unneeded = census.unneeded();
        stop();
        nextCensus = now + interval;
        interval = Math.min(2 * interval, LONGEST_INTERVAL);
        reported.addAll(unneeded);
        return unneeded;
    }

    private boolean isWorthIt(List<JourneyPublication> draining) {
        reported.retainAll(draining);
        List<JourneyPublication> unreported = draining.stream()
                .filter(publication -> !reported.contains(publication))
                .toList();
        if (!candidates.containsAll(unreported)) {
            interval = FIRST_INTERVAL;
        }
        candidates = unreported;
        return !candidates.isEmpty();
    }

    /** Forgets how far it has come. */
    void stop() throws Exception {
        if (census != null) {
            census.end();
            census = null;
        }
    }
}

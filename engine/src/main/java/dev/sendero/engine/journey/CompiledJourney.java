package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.usage.JourneyUsage;

/**
 * A publication, and what the job understands by it.
 *
 * @param usage what the journey looks at in events
 */
public record CompiledJourney(JourneyPublication publication, Journey journey, Settings settings, JourneyUsage usage) {

    /** Finds out what the journey looks at, which takes some milliseconds. */
    public CompiledJourney(JourneyPublication publication, Journey journey, Settings settings) {
        this(publication, journey, settings, JourneyUsage.of(journey));
    }

    boolean isNewerThan(CompiledJourney other) {
        return publication.effectiveAt().isAfter(other.publication.effectiveAt());
    }

    boolean isSameVersion(CompiledJourney other) {
        return publication.topicKey().equals(other.publication.topicKey());
    }
}

package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;

/** A published version of a journey, and what this release understands of it. */
public record CompiledJourney(JourneyPublication publication, Journey journey, Settings settings) {

    boolean isNewerThan(CompiledJourney other) {
        return publication.effectiveAt().isAfter(other.publication.effectiveAt());
    }

    boolean isSameVersion(CompiledJourney other) {
        return publication.topicKey().equals(other.publication.topicKey());
    }
}

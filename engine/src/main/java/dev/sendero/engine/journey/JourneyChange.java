package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;

/** What a record of the topic of journeys says, as far as it concerns the job. */
public sealed interface JourneyChange {

    /** {@code journey@version}. */
    String key();

    /** A version in one state of its life; another one of the same version replaces it from its own time on. */
    record Published(JourneyPublication publication) implements JourneyChange {
        @Override
        public String key() {
            return publication.topicKey();
        }
    }

    /** A version that nobody needs any more. */
    record Removed(String key) implements JourneyChange {}
}

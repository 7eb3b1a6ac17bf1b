package dev.sendero.api.journey;

import dev.sendero.api.JourneyId;
import java.time.Instant;

/**
 * What one task of the job says in the topic {@code journeys}: of the customers that it keeps, nobody needs an older
 * version any more. When all customers are spoken for, the version can be removed. Repeats are harmless.
 *
 * @param effectiveAt of the publication that nobody needs; one that is newer has not been looked at
 * @param firstGroup of the groups of customers that the task keeps, from 0
 * @param lastGroup included
 * @param groups how many there are
 */
public record DrainedShare(
        JourneyId journey, String version, Instant effectiveAt, int firstGroup, int lastGroup, int groups) {

    public static final String TOPIC_KEY_PREFIX = "drained:";

    public static DrainedShare of(JourneyPublication publication, int firstGroup, int lastGroup, int groups) {
        return new DrainedShare(
                publication.journey(), publication.version(), publication.effectiveAt(), firstGroup, lastGroup, groups);
    }

    public String topicKey() {
        return TOPIC_KEY_PREFIX + journey.value() + "@" + version + ":" + firstGroup + "-" + lastGroup;
    }

    public boolean isOf(JourneyPublication publication) {
        return publication.journey().equals(journey)
                && publication.version().equals(version)
                && publication.effectiveAt().equals(effectiveAt);
    }
}

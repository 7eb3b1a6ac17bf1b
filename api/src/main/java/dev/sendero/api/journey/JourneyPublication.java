package dev.sendero.api.journey;

import dev.sendero.api.JourneyId;
import java.time.Instant;
import java.util.Map;

/**
 * A validated version of a journey on its way to the running job: the sources that it was read from, so that whoever
 * receives it compiles it where it runs. Key in the topic {@code journeys}: {@link #topicKey()}.
 *
 * @param version the hash of the journey's structure: title, stage, priority and state are no part of it
 * @param effectiveAt events from this time on see this version
 * @param file the path of the journey's file among {@code files}
 * @param files the sources by path relative to the project: the journey, {@code sendero.yaml}, {@code events.yaml} if
 *     there is one, and the templates and partials that the journey uses
 */
public record JourneyPublication(
        JourneyId journey, String version, Instant effectiveAt, String file, Map<String, String> files) {

    public String topicKey() {
        return journey.value() + "@" + version;
    }
}

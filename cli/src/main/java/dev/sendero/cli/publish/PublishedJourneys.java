package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the topic holds, by its keys. */
final class PublishedJourneys {

    private final Map<String, JourneyPublication> byKey = new HashMap<>();

    void put(JourneyPublication publication) {
        byKey.put(publication.topicKey(), publication);
    }

    void remove(String key) {
        byKey.remove(key);
    }

    SortedSet<JourneyId> journeys() {
        return byKey.values().stream().map(JourneyPublication::journey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The version of a journey that is in force once all have taken effect. */
    Optional<JourneyPublication> newest(JourneyId journey) {
        return byKey.values().stream()
                .filter(publication -> publication.journey().equals(journey))
                .max(Comparator.comparing(JourneyPublication::effectiveAt));
    }

    List<String> keysOf(JourneyId journey) {
        return byKey.values().stream()
                .filter(publication -> publication.journey().equals(journey))
                .map(JourneyPublication::topicKey)
                .sorted()
                .toList();
    }
}

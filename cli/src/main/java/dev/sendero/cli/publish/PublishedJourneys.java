package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.journey.JourneyPublication;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the topic holds, by its keys. */
final class PublishedJourneys {

    private final SortedMap<String, JourneyPublication> byKey = new TreeMap<>();
    private final SortedMap<String, DrainedShare> shares = new TreeMap<>();

    void put(JourneyPublication publication) {
        byKey.put(publication.topicKey(), publication);
    }

    void put(DrainedShare share) {
        shares.put(share.topicKey(), share);
    }

    void remove(String key) {
        byKey.remove(key);
        shares.remove(key);
    }

    List<JourneyPublication> all() {
        return List.copyOf(byKey.values());
    }

    /** Older versions of which the job says for all customers that they need them no more. */
    List<JourneyPublication> drained() {
        return byKey.values().stream().filter(this::isDrained).toList();
    }

    private boolean isDrained(JourneyPublication publication) {
        if (newest(publication.journey()).filter(publication::equals).isPresent()) {
            return false;
        }
        var spokenFor = new BitSet();
        int groups = Integer.MAX_VALUE;
        for (DrainedShare share : shares.values()) {
            if (share.isOf(publication)) {
                spokenFor.set(share.firstGroup(), share.lastGroup() + 1);
                groups = share.groups();
            }
        }
        return spokenFor.nextClearBit(0) >= groups;
    }

    /** Keys of what the job has said of publications that are gone. */
    List<String> staleShares() {
        return shares.values().stream()
                .filter(share -> byKey.values().stream().noneMatch(share::isOf))
                .map(DrainedShare::topicKey)
                .toList();
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

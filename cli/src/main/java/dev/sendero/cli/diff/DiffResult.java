package dev.sendero.cli.diff;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What two versions differ in, taken together from all customers. Safe for many threads. */
final class DiffResult {

    private final SortedMap<JourneyId, JourneyDifferences> byJourney = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private final ZoneId zone;

    /**
     * @param journeys of both versions
     * @param zone in which messages have their days
     */
    DiffResult(Stream<JourneyId> journeys, ZoneId zone) {
        this.zone = zone;
        journeys.forEach(journey -> byJourney.put(journey, new JourneyDifferences(zone)));
    }

    /** Takes up one customer. */
    void add(List<Sent> before, List<Sent> after) {
        List<Difference> found = MessageComparison.of(before, after);
        Set<JourneyId> same = new HashSet<>();
        Stream.concat(before.stream(), after.stream())
                .map(Sent::message)
                .map(Message::journey)
                .forEach(same::add);
        found.forEach(difference -> same.remove(difference.message().journey()));
        synchronized (this) {
            before.forEach(sent -> of(sent.message().journey()).addBefore(sent));
            after.forEach(sent -> of(sent.message().journey()).addAfter(sent));
            found.forEach(difference -> of(difference.message().journey()).add(difference));
            same.forEach(journey -> of(journey).addSame(1));
            differences.addAll(found);
        }
    }

    private JourneyDifferences of(JourneyId journey) {
        return byJourney.computeIfAbsent(journey, it -> new JourneyDifferences(zone));
    }

    synchronized SortedMap<JourneyId, JourneyDifferences> byJourney() {
        return byJourney;
    }

    /** By journey, customer and time. */
    synchronized List<Difference> differences() {
        return differences.stream().sorted(Difference.ORDER).toList();
    }

    synchronized boolean isEmpty() {
        return differences.isEmpty();
    }
}

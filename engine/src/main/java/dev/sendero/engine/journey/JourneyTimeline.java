package dev.sendero.engine.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.core.VersionInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which versions of which journeys are in force, and which will be when. Times are milliseconds of event time. Nothing
 * takes effect by itself: whoever lets time pass asks for the next change and lets it happen.
 */
public final class JourneyTimeline {

    private static final Comparator<CompiledJourney> BY_EFFECTIVE_TIME =
            Comparator.comparing(version -> version.publication().effectiveAt());

    /** By journey, then by version: the newest publication of each that has taken effect. */
    private final Map<JourneyId, Map<String, CompiledJourney>> inForce = new HashMap<>();

    private final TreeMap<Long, List<Due>> pending = new TreeMap<>();

    private sealed interface Due {}

    private record Arrives(CompiledJourney version, boolean late) implements Due {}

    private record Leaves(String key) implements Due {}

    /** Takes up again what was in force when a snapshot was taken. */
    public void restore(CompiledJourney version) {
        put(version);
    }

    /**
     * A version takes effect at its time or, when that has passed, right after {@code now}.
     *
     * @param now up to which time everything has been decided
     */
    public void publish(CompiledJourney version, long now) {
        if (isKnown(version)) {
            return;
        }
        long effectiveAt = version.publication().effectiveAt().toEpochMilli();
        boolean late = effectiveAt <= now;
        enqueue(late ? now + 1 : effectiveAt, new Arrives(version, late));
    }

    /** A version that is removed takes its leave right after {@code now}, and does not come if it was still to come. */
    public void remove(String key, long now) {
        pending.values()
                .forEach(changes -> changes.removeIf(due -> due instanceof Arrives arrival
                        && arrival.version().publication().topicKey().equals(key)));
        pending.values().removeIf(List::isEmpty);
        if (keysInForce().contains(key)) {
            enqueue(now + 1, new Leaves(key));
        }
    }

    private boolean isKnown(CompiledJourney version) {
        CompiledJourney known = versionsOf(version).get(version.publication().version());
        return known != null && BY_EFFECTIVE_TIME.compare(known, version) >= 0;
    }

    private Map<String, CompiledJourney> versionsOf(CompiledJourney version) {
        return inForce.getOrDefault(version.publication().journey(), Map.of());
    }

    private void enqueue(long time, Due change) {
        pending.computeIfAbsent(time, it -> new ArrayList<>()).add(change);
    }

    /** When something changes next. */
    public OptionalLong nextChange() {
        return pending.isEmpty() ? OptionalLong.empty() : OptionalLong.of(pending.firstKey());
    }

    /** Lets the next change happen, with all others of its time. */
    public JourneyTransition takeNext() {
        var due = pending.pollFirstEntry();
        if (due == null) {
            throw new IllegalStateException("next change: none (expected: one, as nextChange() says)");
        }
        var arrived = new ArrayList<JourneyTransition.Arrival>();
        boolean concernsRuns = false;
        var migrating = new HashSet<JourneyId>();
        for (Due change : due.getValue()) {
            if (change instanceof Arrives arrival) {
                concernsRuns |= changesStateBy(arrival.version());
                if (beginsToMigrateBy(arrival.version())) {
                    migrating.add(arrival.version().publication().journey());
                }
                put(arrival.version());
                arrived.add(new JourneyTransition.Arrival(arrival.version(), arrival.late()));
            } else if (change instanceof Leaves leaving) {
                takeOut(leaving.key());
                concernsRuns = true;
            }
        }
        return new JourneyTransition(
                due.getKey(), arrived, concernsRuns || !migrating.isEmpty(), Set.copyOf(migrating));
    }

    /** A version that asks for those inside gets them once, not again when its title changes. */
    private boolean beginsToMigrateBy(CompiledJourney version) {
        return version.journey().migrate()
                && currentOf(version.publication().journey())
                        .filter(current -> BY_EFFECTIVE_TIME.compare(current, version) < 0)
                        .filter(current -> !current.journey().migrate()
                                || !current.publication()
                                        .version()
                                        .equals(version.publication().version()))
                        .isPresent();
    }

    private boolean changesStateBy(CompiledJourney version) {
        return currentOf(version.publication().journey())
                .filter(current ->
                        current.journey().state() != version.journey().state())
                .isPresent();
    }

    private void put(CompiledJourney version) {
        inForce.computeIfAbsent(version.publication().journey(), it -> new HashMap<>())
                .put(version.publication().version(), version);
    }

    private void takeOut(String key) {
        inForce.values().forEach(versions -> versions.values()
                .removeIf(version -> version.publication().topicKey().equals(key)));
        inForce.values().removeIf(Map::isEmpty);
    }

    private Optional<CompiledJourney> currentOf(JourneyId journey) {
        return inForce.getOrDefault(journey, Map.of()).values().stream().max(BY_EFFECTIVE_TIME);
    }

    /** The newest version of each journey, in any state. */
    public List<CompiledJourney> current() {
        return inForce.keySet().stream()
                .sorted()
                .flatMap(journey -> currentOf(journey).stream())
                .toList();
    }

    /** Versions that newer ones have replaced and that are still published. */
    public List<CompiledJourney> draining() {
        Set<CompiledJourney> current = Set.copyOf(current());
        return allInForce().stream()
                .filter(version -> !current.contains(version))
                .toList();
    }

    /** All versions, each with when situations may begin it: an older one until the newest of its journey came. */
    public List<VersionInForce> versionsInForce() {
        var versions = new ArrayList<VersionInForce>();
        inForce.keySet().stream().sorted().forEach(journey -> addVersions(journey, versions));
        return versions;
    }

    private void addVersions(JourneyId journey, List<VersionInForce> versions) {
        CompiledJourney newest = currentOf(journey).orElseThrow();
        Collection<CompiledJourney> all =
                inForce.getOrDefault(journey, Map.of()).values();
        Instant opened = all.size() == 1 ? Instant.MIN : newest.publication().effectiveAt();
        for (CompiledJourney version : all) {
            versions.add(
                    version.equals(newest)
                            ? new VersionInForce(version.journey(), opened, Instant.MAX)
                            : new VersionInForce(version.journey(), Instant.MIN, opened));
        }
    }

    private List<CompiledJourney> allInForce() {
        return inForce.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(version -> version.publication().topicKey()))
                .toList();
    }

    /** What has to be in a snapshot: all else is read from the topic again. */
    public List<JourneyPublication> publicationsInForce() {
        return allInForce().stream().map(CompiledJourney::publication).toList();
    }

    /** The keys of all versions in force. */
    public Set<String> keysInForce() {
        var keys = new HashSet<String>();
        allInForce().forEach(version -> keys.add(version.publication().topicKey()));
        return keys;
    }
}

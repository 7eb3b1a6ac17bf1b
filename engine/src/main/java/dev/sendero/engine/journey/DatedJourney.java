package dev.sendero.engine.journey;

import dev.sendero.core.VersionInForce;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The versions of one journey that have taken effect. The one with the latest effective time is its newest. */
final class DatedJourney {

    private static final Comparator<DatedVersion> BY_EFFECTIVE_TIME =
            Comparator.comparing(dated -> dated.version().publication().effectiveAt());

    private final SortedMap<String, DatedVersion> versions = new TreeMap<>();

    void restore(DatedVersion dated) {
        versions.put(dated.version().publication().version(), dated);
    }

    /** Lets a version take effect at a time. One that is older than the newest is there for those inside it only. */
    void put(CompiledJourney version, long time) {
        String name = version.publication().version();
        DatedVersion before = versions.getOrDefault(name, new DatedVersion(version, List.of()));
        Optional<DatedVersion> newest = newest();
        if (newest.isPresent() && newest.get().version().isNewerThan(version)) {
            versions.put(name, new DatedVersion(version, before.openings()));
            return;
        }
        newest.filter(other -> !other.version().publication().version().equals(name))
                .ifPresent(other -> restore(other.closedAt(time)));
        versions.put(name, before.publishedAgain(version, time));
    }

    void remove(String version) {
        versions.remove(version);
    }

    Optional<DatedVersion> find(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    Optional<DatedVersion> newest() {
        return versions.values().stream().max(BY_EFFECTIVE_TIME);
    }

    Stream<DatedVersion> olderThanNewest() {
        Optional<DatedVersion> newest = newest();
        return versions.values().stream()
                .filter(dated -> newest.filter(dated::equals).isEmpty());
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** In the order of their names. */
    Collection<DatedVersion> all() {
        return versions.values();
    }

    List<VersionInForce> inForce() {
        Optional<DatedVersion> newest = newest();
        var list = new ArrayList<VersionInForce>();
        for (DatedVersion dated : versions.values()) {
            list.addAll(dated.inForce(newest.filter(dated::equals).isPresent()));
        }
        return list;
    }
}

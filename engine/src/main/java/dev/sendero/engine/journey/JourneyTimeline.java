package dev.sendero.engine.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.core.VersionInForce;
import dev.sendero.rules.journey.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which versions of which journeys are in force, which will be when, and when situations may begin each. Times are
 * milliseconds of event time. Nothing takes effect by itself: whoever lets time pass asks for the next change and lets
 * it happen.
 */
public final class JourneyTimeline {

    private final SortedMap<JourneyId, DatedJourney> inForce = new TreeMap<>();

    private final TreeMap<Long, List<Due>> pending = new TreeMap<>();

    private sealed interface Due {}

    /** @param compiled asked for when it takes effect; empty for a publication that cannot be understood */
    private record Arrives(JourneyPublication publication, Supplier<Optional<CompiledJourney>> compiled, boolean late)
            implements Due {}

    private record Leaves(String key) implements Due {}

    /** Takes up again what was in force when a snapshot was taken. */
    public void restore(DatedVersion dated) {
        inForce.computeIfAbsent(dated.version().publication().journey(), it -> new DatedJourney())
                .restore(dated);
    }

    /**
     * A version takes effect at its time or, when that has passed, right after {@code now}.
     *
     * @param compiled asked for when it takes effect, once; empty for a publication that cannot be understood
     * @param now up to which time everything has been decided
     */
    public void publish(JourneyPublication publication, Supplier<Optional<CompiledJourney>> compiled, long now) {
        if (isKnown(publication)) {
            return;
        }
        long effectiveAt = publication.effectiveAt().toEpochMilli();
        boolean late = effectiveAt <= now;
        enqueue(late ? now + 1 : effectiveAt, new Arrives(publication, compiled, late));
    }

    /** A version that is removed takes its leave right after {@code now}, and does not come if it was still to come. */
    public void remove(String key, long now) {
        pending.values()
                .forEach(changes -> changes.removeIf(due -> due instanceof Arrives arrival
                        && arrival.publication().topicKey().equals(key)));
        pending.values().removeIf(List::isEmpty);
        if (keysInForce().contains(key)) {
            enqueue(now + 1, new Leaves(key));
        }
    }

    private boolean isKnown(JourneyPublication publication) {
        return journey(publication.journey())
                .find(publication.version())
                .filter(known -> !known.version().publication().effectiveAt().isBefore(publication.effectiveAt()))
                .isPresent();
    }

    private DatedJourney journey(JourneyId id) {
        return inForce.getOrDefault(id, new DatedJourney());
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
        var arrivals = new ArrayList<JourneyTransition.Arrival>();
        var changed = new HashSet<JourneyId>();
        var migrating = new HashSet<JourneyId>();
        boolean concernsRuns = false;
        for (Due change : due.getValue()) {
            if (change instanceof Arrives arrives) {
                Optional<CompiledJourney> version = arrives.compiled().get();
                if (version.isPresent()) {
                    JourneyId id = version.get().publication().journey();
                    Optional<CompiledJourney> before = newest(id);
                    inForce.computeIfAbsent(id, it -> new DatedJourney()).put(version.get(), due.getKey());
                    arrivals.add(new JourneyTransition.Arrival(version.get(), arrives.late()));
                    changed.add(id);
                    concernsRuns |= concernsRuns(before, id) || isByCalendar(id);
                    if (takesOver(before, id)) {
                        migrating.add(id);
                    }
                }
            } else if (change instanceof Leaves leaves) {
                changed.addAll(takeOut(leaves.key()));
                concernsRuns = true;
            }
        }
        return new JourneyTransition(
                due.getKey(),
                List.copyOf(arrivals),
                Set.copyOf(changed),
                concernsRuns || !migrating.isEmpty(),
                Set.copyOf(migrating));
    }

    private boolean concernsRuns(Optional<CompiledJourney> before, JourneyId id) {
        CompiledJourney now = newest(id).orElseThrow();
        return looksAtSegmentsAnew(before, now)
                || (before.isPresent()
                        && before.get().journey().state() != now.journey().state());
    }

    /** Who is in a segment by now has to be known before anybody can come to be in it. */
    private static boolean looksAtSegmentsAnew(Optional<CompiledJourney> before, CompiledJourney now) {
        return now.journey().trigger() instanceof Trigger.Segment
                && (before.isEmpty()
                        || !before.get().isSameVersion(now)
                        || !before.get()
                                .settings()
                                .rules()
                                .equals(now.settings().rules()));
    }

    /** When such a journey is due next is to be told to everybody, as no event brings it. */
    private boolean isByCalendar(JourneyId id) {
        return newest(id).orElseThrow().journey().trigger() instanceof Trigger.ByCalendar;
    }

    /** A version that asks for those inside gets them once, not again when its title changes. */
    private boolean takesOver(Optional<CompiledJourney> before, JourneyId id) {
        CompiledJourney now = newest(id).orElseThrow();
        return now.journey().migrate()
                && before.isPresent()
                && !(before.get().isSameVersion(now) && before.get().journey().migrate());
    }

    private Optional<CompiledJourney> newest(JourneyId id) {
        return journey(id).newest().map(DatedVersion::version);
    }

    private Set<JourneyId> takeOut(String key) {
        var changed = new HashSet<JourneyId>();
        for (DatedVersion dated : datedVersions().toList()) {
            JourneyPublication publication = dated.version().publication();
            if (publication.topicKey().equals(key)) {
                journey(publication.journey()).remove(publication.version());
                changed.add(publication.journey());
            }
        }
        inForce.values().removeIf(DatedJourney::isEmpty);
        return changed;
    }

    /** What has to be in a snapshot: all else is read from the topic again. In the order of journeys and versions. */
    public Stream<DatedVersion> datedVersions() {
        return inForce.values().stream().flatMap(journey -> journey.all().stream());
    }

    /** All versions, each with when situations may begin it. */
    public List<VersionInForce> versionsInForce() {
        return inForce.values().stream()
                .flatMap(journey -> journey.inForce().stream())
                .toList();
    }

    /** Versions that newer ones have replaced, and that nobody begins since a time or longer; in milliseconds. */
    public List<JourneyPublication> drainingSince(long time) {
        return inForce.values().stream()
                .flatMap(journey -> journey.olderThanNewest())
                .filter(dated -> dated.closedSince() <= time)
                .map(dated -> dated.version().publication())
                .toList();
    }

    /** The newest publication of all; its settings are those of the project. */
    public Optional<CompiledJourney> newest() {
        return datedVersions().map(DatedVersion::version).max(Comparator.comparing(version -> version.publication()
                .effectiveAt()));
    }

    /** The keys of all versions in force. */
    public Set<String> keysInForce() {
        var keys = new HashSet<String>();
        datedVersions().forEach(dated -> keys.add(dated.version().publication().topicKey()));
        return keys;
    }
}

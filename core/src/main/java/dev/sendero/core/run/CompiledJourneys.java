package dev.sendero.core.run;

import dev.sendero.api.JourneyId;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All versions in force, in the order in which they decide: by priority, higher first, then by id. Immutable. */
public final class CompiledJourneys {

    private final List<CompiledJourney> inOrder;
    private final Map<JourneyVersion, CompiledJourney> byVersion = new HashMap<>();
    private final Map<JourneyId, Journey> newest = new HashMap<>();

    /**
     * @param current the newest version of each journey
     * @param draining older versions; priority and state are the newest version's where there is one
     * @param before what these replace: what has not changed is taken over; null for the first
     */
    public CompiledJourneys(
            Collection<Journey> current, Collection<Journey> draining, @Nullable CompiledJourneys before) {
        current.forEach(journey -> newest.put(journey.id(), journey));
        Set<JourneyId> known = new HashSet<>(newest.keySet());
        draining.forEach(journey -> newest.putIfAbsent(journey.id(), journey));
        List<Journey> versions = new ArrayList<>(current);
        for (Journey journey : draining) {
            if (!known.contains(journey.id()) || !newestOf(journey).version().equals(journey.version())) {
                versions.add(journey);
            }
        }
        versions.sort(
                Comparator.comparingInt((Journey journey) -> -newestOf(journey).priority())
                        .thenComparing(Journey::id)
                        .thenComparing(Journey::version));
        List<CompiledJourney> compiled = new ArrayList<>();
        for (Journey journey : versions) {
            var version = new JourneyVersion(journey.id(), journey.version());
            boolean entered =
                    known.contains(journey.id()) && newestOf(journey).version().equals(journey.version());
            CompiledJourney earlier = before == null ? null : before.find(version);
            boolean same = earlier != null && earlier.journey().equals(journey);
            compiled.add(new CompiledJourney(
                    version,
                    journey,
                    Standing.of(newestOf(journey).state()),
                    entered,
                    compiled.size(),
                    earlier != null && same ? earlier.program() : Program.of(journey.steps()),
                    earlier != null && same ? earlier.usage() : JourneyUsage.of(journey)));
        }
        inOrder = List.copyOf(compiled);
        inOrder.forEach(journey -> byVersion.put(journey.version(), journey));
    }

    private Journey newestOf(Journey journey) {
        return newest.getOrDefault(journey.id(), journey);
    }

    public List<CompiledJourney> inOrder() {
        return inOrder;
    }

    /** Null for a version that is not in force. */
    public @Nullable CompiledJourney find(JourneyVersion version) {
        return byVersion.get(version);
    }

    /** The version of a journey that people enter while it is live; null for a journey that is gone. */
    public @Nullable CompiledJourney entered(JourneyId journey) {
        Journey model = newest.get(journey);
        CompiledJourney found = model == null ? null : find(new JourneyVersion(journey, model.version()));
        return found != null && found.newest() ? found : null;
    }

    /** The newest version of a journey, by which re-entry is judged; empty for a journey that is gone. */
    public Optional<Journey> newest(JourneyId journey) {
        return Optional.ofNullable(newest.get(journey));
    }
}

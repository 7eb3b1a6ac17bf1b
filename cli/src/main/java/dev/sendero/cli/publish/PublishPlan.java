package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.cli.publish.JourneyPublisher.Missing;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What publishing would do.
 *
 * @param steps by the journeys' ids: all of the project and all that run
 * @param newTraits that the job would begin to keep
 */
record PublishPlan(SortedMap<JourneyId, PlannedJourney> steps, List<NewTrait> newTraits) {

    /** What becomes of one journey. */
    enum Fate {
        ADDED,
        NEW_VERSION,
        UPDATED,
        REMOVED,
        UNCHANGED,
        /** It runs, the project does not have it, and it is left as it is. */
        LEFT
    }

    /**
     * One journey.
     *
     * @param version that is in force afterwards; empty for one that is removed
     * @param before the version in force now; empty for one that is added
     * @param changedFiles of the project, relative to it
     * @param pinned versions that people inside finish
     * @param migrates whether people inside move to the new version instead, where they can
     */
    record PlannedJourney(
            Fate fate,
            String version,
            String before,
            List<String> changedFiles,
            List<String> pinned,
            boolean migrates) {}

    static PublishPlan of(Project project, JourneyPublisher publisher, Missing missing) {
        Map<JourneyId, Change> changes = new TreeMap<>();
        publisher.plan(project, missing).forEach(change -> changes.put(change.journey(), change));
        var journeys = new TreeSet<>(project.journeys().keySet());
        publisher.published().forEach(publication -> journeys.add(publication.journey()));
        var steps = new TreeMap<JourneyId, PlannedJourney>();
        for (JourneyId journey : journeys) {
            steps.put(journey, planned(journey, Optional.ofNullable(changes.get(journey)), project, publisher));
        }
        return new PublishPlan(steps, NewTrait.of(publisher.published(), project));
    }

    /** Whether nothing would change. */
    boolean isEmpty() {
        return steps.values().stream().allMatch(step -> step.fate() == Fate.UNCHANGED || step.fate() == Fate.LEFT);
    }

    private static PlannedJourney planned(
            JourneyId journey, Optional<Change> change, Project project, JourneyPublisher publisher) {
        Optional<JourneyPublication> newest = publisher.newest(journey);
        String before = newest.map(JourneyPublication::version).orElse("");
        boolean known = project.journeys().containsKey(journey);
        Fate fate = change.map(PublishPlan::fateOf).orElse(known ? Fate.UNCHANGED : Fate.LEFT);
        String version = known
                ? Objects.requireNonNull(project.journeys().get(journey)).version()
                : fate == Fate.LEFT ? before : "";
        boolean migrates =
                known && Objects.requireNonNull(project.journeys().get(journey)).migrate();
        var pinned = new ArrayList<String>();
        for (JourneyPublication publication : publisher.published()) {
            if (publication.journey().equals(journey)
                    && fate != Fate.REMOVED
                    && !publication.version().equals(version)) {
                pinned.add(publication.version());
            }
        }
        List<String> files = newest.filter(it -> known)
                .map(old -> changed(old, Publications.of(project, journey, Instant.EPOCH)))
                .orElse(List.of());
        return new PlannedJourney(
                fate, version, before, files, List.copyOf(pinned), migrates && fate == Fate.NEW_VERSION);
    }

    private static Fate fateOf(Change change) {
        if (change instanceof Change.Added) {
            return Fate.ADDED;
        }
        if (change instanceof Change.NewVersion) {
            return Fate.NEW_VERSION;
        }
        return change instanceof Change.Updated ? Fate.UPDATED : Fate.REMOVED;
    }

    private static List<String> changed(JourneyPublication before, JourneyPublication after) {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return paths.stream()
                .filter(path ->
                        !Objects.equals(before.files().get(path), after.files().get(path)))
                .toList();
    }
}

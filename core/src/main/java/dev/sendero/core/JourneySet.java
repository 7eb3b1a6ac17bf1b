package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.core.detect.Openings;
import dev.sendero.core.detect.SegmentWatches;
import dev.sendero.core.detect.WatchedVersion;
import dev.sendero.core.detect.Watches;
import dev.sendero.core.made.Derivations;
import dev.sendero.core.occasion.Occasions;
import dev.sendero.core.run.CompiledJourney;
import dev.sendero.core.run.CompiledJourneys;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.trait.TraitBook;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.usage.TraitUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The journey versions in force, compiled together. Immutable. */
public final class JourneySet {

    private static final Comparator<VersionInForce> BY_AGE =
            Comparator.comparing(VersionInForce::until).thenComparing(VersionInForce::from);

    private final Settings settings;
    private final CompiledJourneys journeys;
    private final Watches watches;
    private final TraitBook traits;
    private final SegmentWatches segments;
    private final Occasions occasions;
    private final EventFields eventFields;
    private final Derivations derivations;

    private JourneySet(
            Settings settings,
            CompiledJourneys journeys,
            Watches watches,
            TraitBook traits,
            SegmentWatches segments,
            Occasions occasions) {
        this.settings = settings;
        this.journeys = journeys;
        this.watches = watches;
        this.traits = traits;
        this.segments = segments;
        this.derivations = Derivations.of(settings.made());
        this.occasions = occasions;
        EventFields fields = EventFields.of(
                journeys.inOrder().stream().map(CompiledJourney::usage).toList(),
                TraitUsage.of(traits.rules().values()),
                settings.made());
        this.eventFields = segments.mayChangeByAnyEvent() ? fields.concerningAll() : fields;
    }

    /** All journeys are run by the built-in detectors. */
    public static JourneySet of(Settings settings, Collection<VersionInForce> versions) {
        return of(settings, versions, DetectorFactory.NONE);
    }

    /** @param factory makes the detectors of journeys that are not to be run by the built-in ones */
    public static JourneySet of(Settings settings, Collection<VersionInForce> versions, DetectorFactory factory) {
        return compiled(settings, versions, factory, null);
    }

    /** These versions instead, all that are in force; what they have in common with those here is not compiled again. */
    public JourneySet with(Settings newSettings, Collection<VersionInForce> versions, DetectorFactory factory) {
        return compiled(newSettings, versions, factory, this);
    }

    private static JourneySet compiled(
            Settings settings,
            Collection<VersionInForce> versions,
            DetectorFactory factory,
            @Nullable JourneySet before) {
        Map<JourneyId, VersionInForce> newest = new HashMap<>();
        Map<JourneyVersion, List<Openings.Opening>> openings = new HashMap<>();
        for (VersionInForce version : versions) {
            newest.merge(version.journey().id(), version, BinaryOperator.maxBy(BY_AGE));
            openings.computeIfAbsent(nameOf(version.journey()), name -> new ArrayList<>())
                    .add(new Openings.Opening(Deadline.millisOf(version.from()), Deadline.millisOf(version.until())));
        }
        List<Journey> current =
                newest.values().stream().map(VersionInForce::journey).toList();
        Map<JourneyVersion, Journey> draining = new HashMap<>();
        versions.forEach(version -> draining.putIfAbsent(nameOf(version.journey()), version.journey()));
        current.forEach(journey -> draining.remove(nameOf(journey)));
        var journeys = new CompiledJourneys(current, draining.values(), before == null ? null : before.journeys);
        List<WatchedVersion> watched = journeys.inOrder().stream()
                .filter(CompiledJourney::isLive)
                .map(journey -> new WatchedVersion(
                        journey.version(),
                        journey.journey(),
                        journey.rank(),
                        journey.usage(),
                        new Openings(List.copyOf(openings.get(journey.version())))))
                .toList();
        List<WatchedVersion> detected = watched.stream()
                .filter(version -> !SegmentWatches.isWatched(version))
                .toList();
        Watches watches = before == null ? Watches.of(detected, factory) : before.watches.with(detected, factory);
        TraitBook traits = traits(settings, journeys);
        var segments = new SegmentWatches(
                watched.stream().filter(SegmentWatches::isWatched).toList(),
                traits,
                journeys.inOrder().stream()
                        .anyMatch(journey -> journey.program().changesProfiles()));
        return new JourneySet(
                settings, journeys, watches, traits, segments, Occasions.of(watched, new Zones(settings.zone())));
    }

    private static TraitBook traits(Settings settings, CompiledJourneys journeys) {
        Map<String, TraitRule> unnamed = new TreeMap<>();
        journeys.inOrder().forEach(journey -> unnamed.putAll(journey.usage().unnamedTraits()));
        return new TraitBook(settings.rules(), unnamed, settings.currency());
    }

    private static JourneyVersion nameOf(Journey journey) {
        return new JourneyVersion(journey.id(), journey.version());
    }

    /** What these journeys look at in events. */
    public EventFields eventFields() {
        return eventFields;
    }

    Settings settings() {
        return settings;
    }

    Derivations derivations() {
        return derivations;
    }

    CompiledJourneys journeys() {
        return journeys;
    }

    Watches watches() {
        return watches;
    }

    /** The rules by which something is computed of customers, by the traits' names or texts. */
    public Map<String, TraitRule> traitRules() {
        return traits.rules();
    }

    TraitBook traits() {
        return traits;
    }

    SegmentWatches segments() {
        return segments;
    }

    Occasions occasions() {
        return occasions;
    }
}

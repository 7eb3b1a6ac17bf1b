package dev.sendero.core;

import dev.sendero.core.detect.Detectors;
import dev.sendero.core.detect.Watch;
import dev.sendero.core.detect.Watches;
import dev.sendero.core.run.CompiledJourneys;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import java.util.Collection;

/** The journeys in force and the older versions that still have runs, compiled together. Immutable. */
public final class JourneySet {

    private final Settings settings;
    private final CompiledJourneys journeys;
    private final Watches watches;

    private JourneySet(Settings settings, CompiledJourneys journeys, Watches watches) {
        this.settings = settings;
        this.journeys = journeys;
        this.watches = watches;
    }

    /**
     * @param current the newest version of each journey, in any state
     * @param draining older versions that customers may still be in
     */
    public static JourneySet of(Settings settings, Collection<Journey> current, Collection<Journey> draining) {
        var journeys = new CompiledJourneys(current, draining);
        var watches = new Watches(journeys.inOrder().stream()
                .filter(journey -> journey.isLive())
                .map(journey -> new Watch(
                        journey.version(),
                        Detectors.of(journey.version(), journey.journey().trigger()),
                        journey.newest()))
                .toList());
        return new JourneySet(settings, journeys, watches);
    }

    Settings settings() {
        return settings;
    }

    CompiledJourneys journeys() {
        return journeys;
    }

    Watches watches() {
        return watches;
    }
}

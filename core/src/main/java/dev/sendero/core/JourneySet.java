package dev.sendero.core;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import java.util.Collection;

/** The journeys in force and the older versions that still have runs, compiled together. Immutable. */
public final class JourneySet {

    private JourneySet() {}

    /**
     * @param current the newest version of each journey, in any state
     * @param draining older versions that customers may still be in
     */
    public static JourneySet of(Settings settings, Collection<Journey> current, Collection<Journey> draining) {
        return new JourneySet();
    }
}

package dev.sendero.core.reference;

import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.journey.Trigger;

/** The built-in detectors, by the kind of trigger. */
public final class Detectors {

    private Detectors() {}

    public static TriggerDetector of(JourneyVersion journey, Trigger trigger) {
        if (trigger instanceof Trigger.Sequence sequence) {
            return new SequenceDetector(journey, sequence);
        }
        return new InactivityDetector(journey, (Trigger.Inactive) trigger);
    }
}

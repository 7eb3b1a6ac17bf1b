package dev.sendero.core.detect;

import dev.sendero.rules.journey.Journey;
import java.util.Optional;

/** Makes the detectors of journeys that the built-in machinery is not to run. */
@FunctionalInterface
public interface DetectorFactory {

    /** All journeys are left to the built-in machinery. */
    DetectorFactory NONE = journey -> Optional.empty();

    /** Empty for a journey that is left to the built-in machinery. */
    Optional<Detector> detectorOf(Journey journey);
}

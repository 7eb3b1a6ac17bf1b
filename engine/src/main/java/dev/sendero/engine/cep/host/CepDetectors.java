package dev.sendero.engine.cep.host;

import dev.sendero.core.detect.Detector;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.Journey;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hosts Flink CEP for the journeys that ask for it. One of these serves one set of journeys; its detectors share one
 * buffer, which is made when the first journey asks.
 */
public final class CepDetectors implements DetectorFactory {

    private final Predicate<Journey> hosts;
    private @Nullable CepMemory memory;

    private CepDetectors(Predicate<Journey> hosts) {
        this.hosts = hosts;
    }

    /** For the journeys with {@code detector: flink-cep}. */
    public static CepDetectors asChosen() {
        return new CepDetectors(journey -> journey.detector() == DetectorChoice.FLINK_CEP);
    }

    /** For all journeys, whatever they ask for. */
    public static CepDetectors ofAll() {
        return new CepDetectors(journey -> true);
    }

    @Override
    public Optional<Detector> detectorOf(Journey journey) {
        return hosts.test(journey) ? Optional.of(new CepDetector(journey, memory())) : Optional.empty();
    }

    private CepMemory memory() {
        CepMemory known = memory;
        if (known == null) {
            known = new CepMemory();
            memory = known;
        }
        return known;
    }
}

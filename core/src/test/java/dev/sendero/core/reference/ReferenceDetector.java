package dev.sendero.core.reference;

import dev.sendero.core.detect.Detector;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.InheritedPartial;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.journey.Journey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A plain detector, hosted as one that is not built in. What it remembers stays in the memory of the test. */
public final class ReferenceDetector implements Detector {

    /** Runs all journeys on plain detectors. */
    public static DetectorFactory ofAllJourneys() {
        var memory = new Memory();
        return journey -> Optional.of(new ReferenceDetector(journey, memory));
    }

    /** Content by its number: a state, once made, stays as it is. */
    private static final class Memory {

        private final Map<Long, List<InheritedPartial>> byNumber = new HashMap<>();

        List<InheritedPartial> read(Hosted state) {
            return state.isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(
                            byNumber.get(ByteBuffer.wrap(state.content()).getLong()));
        }

        Hosted write(JourneyVersion journey, List<InheritedPartial> partials) {
            if (partials.isEmpty()) {
                return Hosted.nothing(journey);
            }
            long number = byNumber.size();
            byNumber.put(number, List.copyOf(partials));
            long deadline = partials.stream()
                    .mapToLong(InheritedPartial::deadline)
                    .min()
                    .orElse(Deadline.NEVER);
            return new Hosted(
                    journey, ByteBuffer.allocate(Long.BYTES).putLong(number).array(), deadline);
        }
    }

    private final JourneyVersion version;
    private final TriggerDetector detector;
    private final Memory memory;

    private ReferenceDetector(Journey journey, Memory memory) {
        this.version = new JourneyVersion(journey.id(), journey.version());
        this.detector = Detectors.of(version, journey.trigger());
        this.memory = memory;
    }

    @Override
    public Set<String> eventNames() {
        return Set.copyOf(detector.eventNames());
    }

    @Override
    public boolean seesAllEvents() {
        return detector.seesAllEvents();
    }

    @Override
    public Hosted apply(Hosted state, Moment moment, boolean mayStart, Consumer<Situation> found) {
        List<InheritedPartial> partials = memory.read(state);
        detector.apply(partials, moment, mayStart, found);
        return memory.write(version, partials);
    }

    @Override
    public Hosted applyLate(Hosted state, Moment moment) {
        List<InheritedPartial> partials = memory.read(state);
        detector.applyLate(partials, moment);
        return memory.write(version, partials);
    }

    @Override
    public Hosted fire(Hosted state, Moment moment, Consumer<Situation> found) {
        List<InheritedPartial> partials = memory.read(state);
        for (int index = due(partials, moment); index >= 0; index = due(partials, moment)) {
            detector.fire(partials, index, moment, found);
        }
        return memory.write(version, partials);
    }

    private static int due(List<InheritedPartial> partials, Moment moment) {
        for (int index = 0; index < partials.size(); index++) {
            if (partials.get(index).deadline() == moment.millis()) {
                return index;
            }
        }
        return -1;
    }
}

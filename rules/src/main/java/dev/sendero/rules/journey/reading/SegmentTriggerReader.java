package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.Trigger.Segment.Change;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code trigger: {segment: {entered: vip, existing: enter}}}. */
final class SegmentTriggerReader implements TriggerReader.KindReader {

    private static final Map<String, Change> CHANGES = Map.of("entered", Change.ENTERED, "left", Change.LEFT);

    @Override
    public Optional<Trigger> read(MappingReader trigger, JourneyScope scope) {
        return trigger.mapping("segment").flatMap(mapping -> {
            var reader = scope.reader(mapping);
            Optional<Trigger> read =
                    reader.oneOf("'segment'", List.of("entered", "left")).flatMap(word -> read(word, reader, scope));
            reader.refuseOthers("'segment'");
            return read;
        });
    }

    private static Optional<Trigger> read(String word, MappingReader reader, JourneyScope scope) {
        Optional<YamlScalar> segment = reader.scalar(word);
        boolean existing = Words.read(reader, "existing", Map.of("enter", true), false);
        Change change = CHANGES.getOrDefault(word, Change.ENTERED);
        if (existing && change == Change.LEFT) {
            scope.findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            reader.placeOf("existing"),
                            "'existing' beside 'left'",
                            "who is not in the segment has not left it: remove 'existing'");
        }
        return segment.map(name -> {
            var read = new Trigger.Segment(name.text(), change, existing);
            scope.places().put(read, name.place());
            return read;
        });
    }
}

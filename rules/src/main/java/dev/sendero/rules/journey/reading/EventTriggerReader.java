package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.yaml.MappingReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code trigger: {event, where, as, per}}: a sequence of one occurrence. */
final class EventTriggerReader implements TriggerReader.KindReader {

    @Override
    public Optional<Trigger> read(MappingReader reader, JourneyScope scope) {
        var match = new EventMatches(scope).of(reader, Use.TRIGGER);
        String as = scope.names().read(reader);
        match.ifPresent(event -> scope.names().capture(as, Set.of(event.event()), false));
        var per = new CorrelationReader(scope).read(reader);
        return match.map(event -> {
            var item = new SequenceItem.Occurrence(List.of(event), as, 1, SequenceItem.UNBOUNDED);
            scope.places().put(item, scope.places().of(event));
            scope.places().putKey(item, "as", reader.placeOf("as"));
            return new Trigger.Sequence(List.of(item), SequenceItem.UNBOUNDED, per);
        });
    }
}

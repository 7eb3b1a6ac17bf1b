package dev.sendero.rules.journey.reading;

import dev.sendero.api.event.ApiTriggers;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code trigger: {api: NAME, where, as, per}}: a sequence of the one event that a call of that name is. */
final class ApiTriggerReader implements TriggerReader.KindReader {

    private static final String KEY = "api";

    @Override
    public Optional<Trigger> read(MappingReader reader, JourneyScope scope) {
        Optional<String> event = reader.scalar(KEY).flatMap(name -> event(name, scope));
        var where = reader.node("where");
        String as = scope.names().read(reader);
        event.ifPresent(name -> scope.names().capture(as, Set.of(name), false));
        var per = new CorrelationReader(scope).read(reader);
        return event.map(name -> {
            var condition = where.map(node -> scope.expressions()
                            .condition(node, "where", scope.names().vocabulary(Use.TRIGGER, Set.of(name))))
                    .orElse(Condition.ALWAYS);
            var match = scope.places().put(new EventMatch(name, condition), reader.placeOf(KEY));
            var item = new SequenceItem.Occurrence(List.of(match), as, 1, SequenceItem.UNBOUNDED);
            scope.places().put(item, reader.placeOf(KEY));
            scope.places().putKey(item, "as", reader.placeOf("as"));
            return new Trigger.Sequence(List.of(item), SequenceItem.UNBOUNDED, per);
        });
    }

    private static Optional<String> event(YamlScalar name, JourneyScope scope) {
        if (ApiTriggers.isName(name.text())) {
            return Optional.of(ApiTriggers.eventOf(name.text()));
        }
        scope.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        name.place(),
                        "'" + name.text() + "' is no name that can be called",
                        "write letters, digits and hyphens, such as 'password-reset'");
        return Optional.empty();
    }
}

package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.DelayLength.IfPast;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code delay: 24h} and {@code delay: {until, timezone, if_past}}. */
final class DelayStepReader implements StepReader {

    private static final String IF_PAST = "if_past";

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        Optional<DelayLength> length = value instanceof YamlMapping mapping
                ? until(mapping, scope)
                : Durations.read(scope.values(), value, "delay").map(DelayLength.Fixed::new);
        return length.map(known -> new Step.Delay(id, known));
    }

    private static Optional<DelayLength> until(YamlMapping mapping, JourneyScope scope) {
        var reader = scope.reader(mapping);
        reader.require("'delay'", "until");
        Optional<YamlScalar> until = reader.scalar("until");
        ZoneChoice zone = ZoneChoices.read(reader);
        Optional<DelayLength> length = Optional.empty();
        if (until.isPresent() && TimesOfDay.looksLikeOne(until.get().text())) {
            refuseIfPast(reader);
            length = TimesOfDay.read(reader, "until").map(time -> new DelayLength.UntilTimeOfDay(time, zone));
        } else if (until.isPresent()) {
            IfPast ifPast =
                    Words.read(reader, IF_PAST, Map.of("continue", IfPast.CONTINUE, "exit", IfPast.EXIT), IfPast.EXIT);
            length = scope.expressions()
                    .value(until.get(), "until", scope.names().vocabulary(Use.RUN, Set.of()))
                    .map(time -> new DelayLength.UntilTime(time, zone, ifPast));
        }
        reader.has(IF_PAST);
        reader.refuseOthers("'delay'");
        return length;
    }

    private static void refuseIfPast(MappingReader reader) {
        if (reader.has(IF_PAST)) {
            reader.values()
                    .findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            reader.placeOf(IF_PAST),
                            "'if_past' with a time of day, which comes again every day",
                            "remove 'if_past'");
        }
    }
}

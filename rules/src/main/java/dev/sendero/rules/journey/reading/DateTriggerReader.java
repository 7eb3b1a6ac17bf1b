package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code trigger: {date: {trait: birthday, at: "09:00", before: 3d, every: year}}}. */
final class DateTriggerReader implements TriggerReader.KindReader {

    @Override
    public Optional<Trigger> read(MappingReader trigger, JourneyScope scope) {
        return trigger.mapping("date").flatMap(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'date'", "trait");
            Optional<String> trait = reader.scalar("trait").map(YamlScalar::text);
            List<LocalTime> at = TimesOfDay.read(reader, "at").stream().toList();
            Duration shift = shift(reader);
            boolean yearly = Words.read(reader, "every", Map.of("year", true), false);
            reader.refuseOthers("'date'");
            return trait.map(name -> new Trigger.Date(name, at, shift, yearly));
        });
    }

    private static Duration shift(MappingReader reader) {
        Duration before = Durations.of(reader, "before").orElse(Duration.ZERO);
        Duration after = Durations.of(reader, "after").orElse(Duration.ZERO);
        if (reader.has("before") && reader.has("after")) {
            reader.values()
                    .findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            reader.placeOf("after"),
                            "'after' beside 'before'",
                            "write one of the two");
        }
        return after.minus(before);
    }
}

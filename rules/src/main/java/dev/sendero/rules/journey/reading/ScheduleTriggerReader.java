package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code trigger: {schedule: {every: monday, at: "09:00", timezone: customer}}}. {@code every} is {@code day}, a
 * day of the week, a list of these, or {@code month} with the day {@code on}.
 */
final class ScheduleTriggerReader implements TriggerReader.KindReader {

    private static final String DAY = "day";
    private static final String MONTH = "month";
    private static final int LONGEST_MONTH = 31;

    @Override
    public Optional<Trigger> read(MappingReader trigger, JourneyScope scope) {
        return trigger.mapping("schedule").flatMap(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'schedule'", "every", "at");
            Optional<ScheduleDays> days = reader.node("every").flatMap(node -> days(node, reader, scope));
            Optional<LocalTime> at = TimesOfDay.read(reader, "at");
            ZoneChoice zone = ZoneChoices.read(reader);
            reader.refuseOthers("'schedule'");
            return days.flatMap(every -> at.map(time -> new Trigger.Schedule(every, time, zone)));
        });
    }

    private static Optional<ScheduleDays> days(YamlNode node, MappingReader reader, JourneyScope scope) {
        if (node instanceof YamlScalar scalar && scalar.text().equals(MONTH)) {
            reader.require("'schedule' of every month", "on");
            return reader.number("on", 1, LONGEST_MONTH).map(ScheduleDays.OfMonth::new);
        }
        if (reader.has("on")) {
            scope.findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            reader.placeOf("on"),
                            "'on' without 'every: month'",
                            "remove 'on', or write 'every: month'");
        }
        if (node instanceof YamlScalar scalar && scalar.text().equals(DAY)) {
            return Optional.of(new ScheduleDays.OfWeek(EnumSet.allOf(DayOfWeek.class)));
        }
        List<YamlNode> names = node instanceof YamlSequence list ? list.items() : List.of(node);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        names.forEach(name -> day(name, scope).ifPresent(days::add));
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScheduleDays.OfWeek(Collections.unmodifiableSet(days)));
    }

    private static Optional<DayOfWeek> day(YamlNode node, JourneyScope scope) {
        Optional<YamlScalar> name = scope.values().scalar(node, "every");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.isPresent() && nameOf(day).equals(name.get().text())) {
                return Optional.of(day);
            }
        }
        name.ifPresent(unknown -> scope.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        unknown.place(),
                        "'every' is '" + unknown.text() + "'",
                        DidYouMean.hint(unknown.text(), known())));
        return Optional.empty();
    }

    private static List<String> known() {
        var known = new ArrayList<>(List.of(DAY, MONTH));
        for (DayOfWeek day : DayOfWeek.values()) {
            known.add(nameOf(day));
        }
        return known;
    }

    private static String nameOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}

package dev.sendero.rules.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.rules.journeytest.PinnedArms.HoldoutPin;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads one journey test. */
final class SingleTestReader {

    private final ValueReader values;
    private final TestedSteps steps;

    SingleTestReader(ValueReader values, TestedSteps steps) {
        this.values = values;
        this.steps = steps;
    }

    Optional<JourneyTest> read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("a test", "name", "events");
        Optional<YamlScalar> name = reader.prose("name");
        TestProfile profile = reader.mapping("profile")
                .map(node -> new TestProfileReader(values).read(node))
                .orElse(TestProfile.ANYBODY);
        PinnedArms arms = reader.mapping("arms").map(this::arms).orElse(PinnedArms.NONE);
        var events = new ArrayList<TestEvent>();
        var eventReader = new TestEventReader(values, steps);
        for (YamlNode node : reader.list("events").orElse(List.of())) {
            values.mapping(node, "an event").flatMap(eventReader::read).ifPresent(events::add);
        }
        var messages = new ArrayList<ExpectedMessage>();
        var messageReader = new ExpectedMessageReader(values, steps);
        for (YamlNode node : reader.list("expect").orElse(List.of())) {
            values.mapping(node, "an entry of 'expect'")
                    .flatMap(messageReader::read)
                    .ifPresent(messages::add);
        }
        List<ExpectedExit> exits = expectation(reader, "expect_exit", ExpectedExit::new);
        List<ExpectedRefusal> refusals = expectation(reader, "expect_not_entered", ExpectedRefusal::new);
        boolean messagesMatter = reader.has("expect");
        if (!messagesMatter && exits.isEmpty() && refusals.isEmpty()) {
            reader.require("a test", "expect");
        }
        LocalDate firstDay = firstDay(reader);
        reader.refuseOthers("a test");
        return name.map(text -> new JourneyTest(
                text.text(),
                text.place(),
                firstDay,
                profile,
                arms,
                List.copyOf(events),
                messagesMatter,
                List.copyOf(messages),
                exits,
                refusals));
    }

    private LocalDate firstDay(MappingReader reader) {
        Optional<YamlScalar> date = reader.scalar("date");
        if (date.isEmpty()) {
            return JourneyTest.DEFAULT_FIRST_DAY;
        }
        try {
            return LocalDate.parse(date.get().text());
        } catch (DateTimeException noDate) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            date.get().place(),
                            "'" + date.get().text() + "' is no date",
                            "write year, month and day, such as 2026-03-02");
            return JourneyTest.DEFAULT_FIRST_DAY;
        }
    }

    private PinnedArms arms(YamlMapping mapping) {
        HoldoutPin holdout = HoldoutPin.NOT_PINNED;
        var splits = new TreeMap<StepId, String>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.name().equals("holdout")) {
                holdout = values.flag(entry.value(), "holdout")
                        .map(heldOut -> heldOut ? HoldoutPin.HELD_OUT : HoldoutPin.TREATED)
                        .orElse(HoldoutPin.NOT_PINNED);
            } else {
                Optional<StepId> split = steps.split(entry.key());
                Optional<YamlScalar> arm = values.scalar(entry.value(), entry.name());
                if (split.isPresent() && arm.isPresent()) {
                    steps.checkArm(split.get(), arm.get());
                    splits.put(split.get(), arm.get().text());
                }
            }
        }
        return new PinnedArms(holdout, Collections.unmodifiableSortedMap(splits));
    }

    /** {@code true} for any reason, or the reason. */
    private <T> List<T> expectation(MappingReader reader, String key, BiFunction<Place, String, T> making) {
        return reader.scalar(key).stream()
                .filter(value -> !value.text().equals("false"))
                .map(value -> making.apply(value.place(), value.text().equals("true") ? "" : value.text()))
                .toList();
    }
}

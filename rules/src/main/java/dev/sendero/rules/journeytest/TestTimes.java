package dev.sendero.rules.journeytest;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code at}. */
final class TestTimes {

    private static final Pattern TIME =
            Pattern.compile("(?:\\+([0-9]{1,4})d\\s+)?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

    private TestTimes() {}

    static Optional<TestTime> read(MappingReader reader) {
        Optional<YamlScalar> at = reader.scalar("at");
        Optional<TestTime> time = at.flatMap(text -> parse(text.text()));
        if (at.isPresent() && time.isEmpty()) {
            reader.values()
                    .findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            at.get().place(),
                            "'" + at.get().text() + "' is no time of a test",
                            "write \"10:00\", or \"+2d 10:00\" for two days later");
        }
        return time;
    }

    static Optional<TestTime> parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TestTime(
                    numberOf(time, 1), LocalTime.of(numberOf(time, 2), numberOf(time, 3), numberOf(time, 4))));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int numberOf(Matcher time, int group) {
        String digits = time.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}

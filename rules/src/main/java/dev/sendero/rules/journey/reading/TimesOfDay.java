package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people write them: {@code 09:00} on a clock of 24 hours. */
public final class TimesOfDay {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})");

    private TimesOfDay() {}

    /** Whether a text is meant to be a time of day, even where there is no such time. */
    static boolean looksLikeOne(String text) {
        return TIME.matcher(text).matches();
    }

    /** Empty without the key, and for what is no time of day, which is reported. */
    public static Optional<LocalTime> read(MappingReader reader, String key) {
        Optional<YamlScalar> written = reader.scalar(key);
        Optional<LocalTime> time = written.flatMap(scalar -> parse(scalar.text()));
        if (written.isPresent() && time.isEmpty()) {
            reader.values()
                    .findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            written.get().place(),
                            "'" + written.get().text() + "' is no time of day",
                            "write hours and minutes from \"00:00\" to \"23:59\"");
        }
        return time;
    }

    private static Optional<LocalTime> parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}

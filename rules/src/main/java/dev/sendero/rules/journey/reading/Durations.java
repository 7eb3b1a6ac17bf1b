package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30s}, {@code 1h30m}, {@code 2w}; a day has 24 hours. */
public final class Durations {

    static final Duration ONE_SECOND = Duration.ofSeconds(1);
    static final Duration ONE_YEAR = Duration.ofDays(365);

    private static final Pattern PART = Pattern.compile("([0-9]{1,9})([smhdw])");

    private Durations() {}

    /** Empty when the text is no duration. */
    public static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(secondsIn(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        return end > 0 && end == text.length() ? Optional.of(sum) : Optional.empty();
    }

    private static Duration secondsIn(String unit) {
        return switch (unit) {
            case "s" -> ONE_SECOND;
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    /** From 1 s to 365 d; a problem otherwise. */
    static Optional<Duration> read(ValueReader values, YamlNode node, String name) {
        Optional<YamlScalar> scalar = values.scalar(node, name);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = parse(scalar.get().text())
                .filter(parsed -> parsed.compareTo(ONE_SECOND) >= 0 && parsed.compareTo(ONE_YEAR) <= 0);
        if (duration.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + scalar.get().text() + "' is no duration from 1s to 365d",
                            "write a number with s, m, h, d or w, such as 90s, 1h30m or 2d");
        }
        return duration;
    }
}

package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.Optional;

/** Durations as people write them: {@code 30s}, {@code 1h30m}, {@code 2w}; a day has 24 hours. */
public final class Durations {

    static final Duration ONE_SECOND = Duration.ofSeconds(1);
    static final Duration ONE_YEAR = Duration.ofDays(365);

    private Durations() {}

    /** That of a key, from 1 s to 365 d; empty without the key, and for what is none, which is reported. */
    public static Optional<Duration> of(MappingReader reader, String key) {
        return reader.node(key).flatMap(node -> read(reader.values(), node, key));
    }

    /** From 1 s to 365 d; a problem otherwise. */
    public static Optional<Duration> read(ValueReader values, YamlNode node, String name) {
        Optional<YamlScalar> scalar = values.scalar(node, name);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = DurationText.parse(scalar.get().text())
                .filter(parsed -> parsed.compareTo(ONE_SECOND) >= 0 && parsed.compareTo(ONE_YEAR) <= 0);
        if (duration.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + scalar.get().text() + "' is no duration from 1s to 365d",
                            "write " + DurationText.EXAMPLES);
        }
        return duration;
    }
}

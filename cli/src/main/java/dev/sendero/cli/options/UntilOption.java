package dev.sendero.cli.options;

import dev.sendero.cli.terminal.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --until}: when a replay ends. */
public final class UntilOption {

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "The end, for example 2026-03-01 or 2026-03-01T12:00:00Z.")
    private @Nullable String until;

    /**
     * A time with a zone, or a day, which means its first instant in UTC; empty when none is given.
     *
     * @throws CommandFailure when it is neither
     */
    public Optional<Instant> end() {
        return Optional.ofNullable(until).map(UntilOption::parse);
    }

    private static Instant parse(String text) {
        try {
            return text.length() == "2026-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw CommandFailure.usage(
                            "--until: '" + text + "' is no time",
                            "a day such as 2026-03-01, or a time with a zone such as 2026-03-01T12:00:00Z")
                    .causedBy(malformed);
        }
    }
}

package dev.sendero.cli.backtest;

import dev.sendero.cli.terminal.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The value of {@code --until}. */
public final class UntilOption {

    private UntilOption() {}

    /**
     * A time with a zone, or a day, which means its first instant in UTC.
     *
     * @throws CommandFailure when it is neither
     */
    public static Instant parse(String text) {
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

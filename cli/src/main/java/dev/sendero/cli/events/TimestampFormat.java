package dev.sendero.cli.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How timestamps are written in a file.
 *
 * @param pattern of {@link DateTimeFormatter}; {@link #ISO} for ISO 8601, with a blank in the place of the T or without
 *     a time too
 * @param zone for timestamps that name none
 */
public record TimestampFormat(String pattern, ZoneId zone, DateTimeFormatter formatter) {

    /** ISO 8601, generously. */
    public static final String ISO = "";

    private static final DateTimeFormatter ISO_FORMATTER = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendZoneOrOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** @throws IllegalArgumentException when it is not a pattern */
    public static TimestampFormat of(String pattern, ZoneId zone) {
        var formatter = pattern.equals(ISO) ? ISO_FORMATTER : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return new TimestampFormat(pattern, zone, formatter);
    }

    /**
     * In milliseconds' precision; a day without a time is its first instant.
     *
     * @throws DateTimeException when the text is not written so
     */
    Instant parse(String text) {
        TemporalAccessor parsed = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        ZonedDateTime time;
        if (parsed instanceof ZonedDateTime zoned) {
            time = zoned;
        } else if (parsed instanceof LocalDateTime local) {
            time = local.atZone(zone);
        } else {
            time = LocalDate.from(parsed).atStartOfDay(zone);
        }
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** For people: what a timestamp has to look like. */
    String expected() {
        return pattern.equals(ISO) ? "ISO 8601, such as 2026-01-31T09:00:00Z or 2026-01-31 09:00:00" : pattern;
    }
}

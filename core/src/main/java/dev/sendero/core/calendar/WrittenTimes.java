package dev.sendero.core.calendar;

import dev.sendero.rules.calendar.LocalTimes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times that events and profiles say, in ISO 8601: with an offset, local, or a date alone, which is its beginning. */
public final class WrittenTimes {

    private static final int LONGEST = 64;

    private WrittenTimes() {}

    /** Milliseconds since 1970; empty for what is no such time. @param zone of local times */
    public static Optional<Long> millisOf(Object written, ZoneId zone) {
        return parse(written).map(time -> millisOf(time, zone));
    }

    /** The local date and time in a zone; empty for what is no such time. */
    public static Optional<LocalDateTime> localOf(Object written, ZoneId zone) {
        return parse(written).map(time -> {
            if (time instanceof ZonedDateTime zoned) {
                return zoned.withZoneSameInstant(zone).toLocalDateTime();
            }
            return time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
        });
    }

    private static long millisOf(TemporalAccessor time, ZoneId zone) {
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant().toEpochMilli();
        }
        LocalDateTime local = time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
        return LocalTimes.millisOf(local, zone);
    }

    private static Optional<TemporalAccessor> parse(Object written) {
        if (!(written instanceof String text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            TemporalAccessor time = text.indexOf('T') < 0
                    ? LocalDate.parse(text.strip())
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from);
            // What is beyond the years that milliseconds can say is no time of anybody's.
            return isSane(time) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isSane(TemporalAccessor time) {
        int year = time.get(ChronoField.YEAR);
        return year >= 0 && year <= 9_999;
    }
}

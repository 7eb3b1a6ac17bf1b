package dev.sendero.cli.explain;

import dev.sendero.rules.expression.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people of one time zone read them. */
record LocalTimes(ZoneId zone) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    String clock(Instant time) {
        return CLOCK.format(time.atZone(zone));
    }

    /** The day and the time of day. */
    String full(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return local.toLocalDate() + " " + CLOCK.format(local);
    }

    /** Without the day where it is the same. */
    String seenFrom(Instant here, Instant time) {
        return day(here).equals(day(time)) ? clock(time) : full(time);
    }

    /** The two greatest units of a length of time. */
    static String length(Duration length) {
        Duration rounded =
                length.toDays() > 0 ? Duration.ofHours(length.toHours()) : Duration.ofSeconds(length.toSeconds());
        return DurationText.of(rounded);
    }
}

package dev.sendero.core.occasion;

import dev.sendero.core.calendar.WrittenTimes;
import dev.sendero.rules.calendar.LocalTimes;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days that a trait says. */
final class Dates {

    /** A shift of up to a year takes a day into the year before or after. */
    private static final int YEARS_AROUND = 2;

    private Dates() {}

    /**
     * The first one from an instant on.
     *
     * @param written what the trait says
     * @param after only days after this one
     * @param from milliseconds since 1970
     */
    static Optional<Coming> next(Trigger.Date date, Object written, ZoneId zone, LocalDate after, long from) {
        return WrittenTimes.localOf(written, zone)
                .flatMap(local -> days(date, local.toLocalDate(), LocalTimes.dateOf(from, zone))
                        .filter(day -> day.isAfter(after))
                        .map(day -> new Coming(day, millisOf(date, day, local, written, zone)))
                        .filter(coming -> coming.at() >= from)
                        .findFirst());
    }

    private static Stream<LocalDate> days(Trigger.Date date, LocalDate first, LocalDate today) {
        if (!date.yearly()) {
            return Stream.of(first);
        }
        MonthDay everyYear = MonthDay.from(first);
        return IntStream.rangeClosed(today.getYear() - YEARS_AROUND, today.getYear() + YEARS_AROUND)
                .filter(year -> year >= first.getYear())
                .mapToObj(everyYear::atYear);
    }

    private static long millisOf(Trigger.Date date, LocalDate day, LocalDateTime local, Object written, ZoneId zone) {
        if (date.at().isEmpty()) {
            long time = date.yearly()
                    ? LocalTimes.millisOf(day.atTime(local.toLocalTime()), zone)
                    : WrittenTimes.millisOf(written, zone).orElseThrow();
            return time + date.shift().toMillis();
        }
        Duration shift = date.shift();
        LocalDate shifted = day.plusDays(shift.toDays());
        return LocalTimes.millisOf(shifted.atTime(date.at().get(0)), zone)
                + shift.minusDays(shift.toDays()).toMillis();
    }
}

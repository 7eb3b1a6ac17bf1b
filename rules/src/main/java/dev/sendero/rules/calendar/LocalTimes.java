package dev.sendero.rules.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Instants of local times, in milliseconds since 1970. A time that a clock leaves out when it is put forward is the
 * first instant after; of a time that it shows twice when it is put back, it is the earlier one.
 */
public final class LocalTimes {

    private LocalTimes() {}

    public static long millisOf(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        Instant instant = transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
        return instant.toEpochMilli();
    }

    /** The first time from an instant on, the instant included, at which it is this time of day. */
    public static long next(LocalTime time, ZoneId zone, long from) {
        LocalDate day = dateOf(from, zone);
        long found = millisOf(day.atTime(time), zone);
        while (found < from) {
            day = day.plusDays(1);
            found = millisOf(day.atTime(time), zone);
        }
        return found;
    }

    public static LocalDate dateOf(long millis, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }
}

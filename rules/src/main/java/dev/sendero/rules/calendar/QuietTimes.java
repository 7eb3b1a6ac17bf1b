package dev.sendero.rules.calendar;

import dev.sendero.rules.project.QuietHours;
import java.time.LocalDate;
import java.time.ZoneId;

/** Quiet hours as pieces of event time: each from the instant of its first time of day to that of the other. */
public final class QuietTimes {

    private QuietTimes() {}

    /** When quiet hours that hold at an instant are over; the instant itself when none do. Milliseconds since 1970. */
    public static long over(QuietHours hours, ZoneId zone, long millis) {
        int nights = hours.from().isBefore(hours.to()) ? 0 : 1;
        LocalDate today = LocalTimes.dateOf(millis, zone);
        for (LocalDate day = today.minusDays(1); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            long end = LocalTimes.millisOf(day.plusDays(nights).atTime(hours.to()), zone);
            if (LocalTimes.millisOf(day.atTime(hours.from()), zone) <= millis && millis < end) {
                return end;
            }
        }
        return millis;
    }
}

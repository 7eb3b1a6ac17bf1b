package dev.sendero.core.occasion;

import dev.sendero.rules.calendar.LocalTimes;
import dev.sendero.rules.journey.Trigger;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a schedule. */
final class Schedules {

    private Schedules() {}

    /**
     * The first one from an instant on.
     *
     * @param after only days after this one
     * @param from milliseconds since 1970
     */
    static Coming next(Trigger.Schedule schedule, ZoneId zone, LocalDate after, long from) {
        LocalDate yesterday = LocalTimes.dateOf(from, zone).minusDays(1);
        LocalDate day = after.isBefore(yesterday) ? yesterday : after.plusDays(1);
        while (!schedule.days().contain(day) || millisOf(schedule, day, zone) < from) {
            day = day.plusDays(1);
        }
        return new Coming(day, millisOf(schedule, day, zone));
    }

    private static long millisOf(Trigger.Schedule schedule, LocalDate day, ZoneId zone) {
        return LocalTimes.millisOf(day.atTime(schedule.at()), zone);
    }
}

package dev.sendero.rules.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The days of a schedule: {@code every}. */
public sealed interface ScheduleDays {

    boolean contain(LocalDate day);

    /** @param days at least one */
    record OfWeek(Set<DayOfWeek> days) implements ScheduleDays {

        @Override
        public boolean contain(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /** @param day 1 to 31; the last one of a month that is shorter */
    record OfMonth(int day) implements ScheduleDays {

        @Override
        public boolean contain(LocalDate date) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        }
    }
}

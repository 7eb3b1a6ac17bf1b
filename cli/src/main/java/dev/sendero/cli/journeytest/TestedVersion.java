package dev.sendero.cli.journeytest;

import dev.sendero.core.VersionInForce;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journeytest.JourneyTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;

/**
 * The journey of a test, and when it may begin. Time alone brings what is on the calendar, again and again, so it comes
 * once after the last event of the test: for one year, month, week or day, whatever the trigger repeats.
 */
final class TestedVersion {

    private TestedVersion() {}

    static VersionInForce of(Journey journey, JourneyTest test, TestCalendar calendar) {
        if (!isRepeated(journey.trigger())) {
            return VersionInForce.always(journey);
        }
        Instant last = test.events().stream()
                .map(event -> calendar.at(event.at()))
                .max(Comparator.naturalOrder())
                .orElse(calendar.beginning());
        Instant end =
                last.atZone(calendar.zone()).plus(periodOf(journey.trigger())).toInstant();
        return new VersionInForce(journey, Instant.MIN, end);
    }

    private static boolean isRepeated(Trigger trigger) {
        return trigger instanceof Trigger.Schedule || (trigger instanceof Trigger.Date date && date.yearly());
    }

    private static Period periodOf(Trigger trigger) {
        if (!(trigger instanceof Trigger.Schedule schedule)) {
            return Period.ofYears(1);
        }
        if (schedule.days() instanceof ScheduleDays.OfWeek week) {
            return Period.ofDays(week.days().size() == DayOfWeek.values().length ? 1 : 7);
        }
        return Period.ofMonths(1);
    }
}

package dev.sendero.gateway.query;

import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.ZoneChoice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the boxes of a graph say of triggers by the calendar. */
final class CalendarWords {

    private CalendarWords() {}

    static String title(Trigger.ByCalendar trigger) {
        if (trigger instanceof Trigger.Schedule schedule) {
            return "Every " + days(schedule.days()) + ", " + schedule.at();
        }
        var date = (Trigger.Date) trigger;
        return (date.yearly() ? "Every year's " : "Date of ") + date.trait();
    }

    static String detail(Trigger.ByCalendar trigger) {
        if (trigger instanceof Trigger.Schedule schedule) {
            return zone(schedule.zone());
        }
        var date = (Trigger.Date) trigger;
        String at = date.at().stream().map(time -> "at " + time).collect(Collectors.joining());
        return (shift(date.shift()) + at).strip();
    }

    private static String shift(Duration shift) {
        if (shift.isZero()) {
            return "";
        }
        return StepWords.words(shift.abs()) + (shift.isNegative() ? " before " : " after ");
    }

    private static String days(ScheduleDays days) {
        if (days instanceof ScheduleDays.OfMonth month) {
            return "month on day " + month.day();
        }
        var week = (ScheduleDays.OfWeek) days;
        return week.days().size() == DayOfWeek.values().length
                ? "day"
                : week.days().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    private static String zone(ZoneChoice zone) {
        if (zone instanceof ZoneChoice.Fixed fixed) {
            return "in " + fixed.zone();
        }
        return zone instanceof ZoneChoice.OfCustomer ? "where the customer is" : "where the project is";
    }
}

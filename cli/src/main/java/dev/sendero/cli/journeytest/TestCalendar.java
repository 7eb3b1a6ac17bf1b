package dev.sendero.cli.journeytest;

import dev.sendero.rules.journeytest.JourneyTest;
import dev.sendero.rules.journeytest.TestTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Turns the times of a test into instants and back, in the time zone of its customer. */
record TestCalendar(LocalDate firstDay, ZoneId zone) {

    /** @param projectZone of customers without a time zone of their own */
    static TestCalendar of(JourneyTest test, ZoneId projectZone) {
        return new TestCalendar(test.firstDay(), zoneOf(test, projectZone));
    }

    private static ZoneId zoneOf(JourneyTest test, ZoneId projectZone) {
        if (test.profile().traits().get("timezone") instanceof String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException unknown) {
                return projectZone;
            }
        }
        return projectZone;
    }

    Instant at(TestTime time) {
        return time.on(firstDay, zone);
    }

    /** As a test file writes it. */
    TestTime timeOf(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return new TestTime((int) ChronoUnit.DAYS.between(firstDay, local.toLocalDate()), local.toLocalTime());
    }

    Instant beginning() {
        return firstDay.atStartOfDay(zone).toInstant();
    }
}

package dev.sendero.rules.journeytest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time in a test: {@code "10:00"}, {@code "10:00:30"} or {@code "+2d 10:00"}.
 *
 * @param daysLater days after the test's first day, 0 or more
 */
public record TestTime(int daysLater, LocalTime time) implements Comparable<TestTime> {

    public Instant on(LocalDate firstDay, ZoneId zone) {
        return firstDay.plusDays(daysLater).atTime(time).atZone(zone).toInstant();
    }

    @Override
    public int compareTo(TestTime other) {
        return daysLater == other.daysLater ? time.compareTo(other.time) : Integer.compare(daysLater, other.daysLater);
    }

    /** As a test file writes it. */
    @Override
    public String toString() {
        return daysLater == 0 ? time.toString() : "+" + daysLater + "d " + time;
    }
}

package dev.sendero.cli.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days under a chart, a bar for each, or for as many as it takes for bars to be seen.
 *
 * @param daysOfABar how many days share a bar
 * @param bars how many there are
 */
public record DayAxis(LocalDate first, LocalDate last, int daysOfABar, int bars) {

    /** @param mostBars beyond so many, bars would be thinner than a line */
    public static DayAxis of(LocalDate first, LocalDate last, int mostBars) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        int daysOfABar = (int) ((days + mostBars - 1) / mostBars);
        return new DayAxis(first, last, daysOfABar, (int) ((days + daysOfABar - 1) / daysOfABar));
    }

    /** From 0. */
    public int barOf(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(first, day) / daysOfABar);
    }

    /** A bar's only day, or its first and last. */
    public String words(int bar) {
        LocalDate from = first.plusDays((long) bar * daysOfABar);
        LocalDate to = from.plusDays(daysOfABar - 1);
        return daysOfABar == 1 ? from.toString() : from + " to " + (to.isAfter(last) ? last : to);
    }

    /** {@code a day}, or in how many. */
    public String span() {
        return daysOfABar == 1 ? "a day" : "in " + daysOfABar + " days";
    }
}

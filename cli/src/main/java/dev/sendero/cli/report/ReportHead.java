package dev.sendero.cli.report;

import java.time.LocalDate;

/**
 * What a report is about.
 *
 * @param first day of the events
 * @param last day of the events
 */
public record ReportHead(long events, long customers, LocalDate first, LocalDate last) {

    public String words() {
        return Html.number(events) + " events of " + Html.number(customers) + " customers, " + first + " to " + last
                + "; nothing was sent.";
    }
}

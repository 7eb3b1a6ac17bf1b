package dev.sendero.cli.report;

import dev.sendero.core.policy.MessagePolicy;
import dev.sendero.gateway.query.JourneyNumbers;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A whole report: one page with its style and its pictures, which asks nothing of any network. */
public final class ReportPage {

    private static final int MOST_BESIDE = 7;

    private final ReportHead head;
    private final Settings settings;
    private final List<Journey> journeys;
    private final ReportTally tally;

    /** @param journeys that took part */
    public ReportPage(ReportHead head, Settings settings, List<Journey> journeys, ReportTally tally) {
        this.head = head;
        this.settings = settings;
        this.journeys = journeys;
        this.tally = tally;
    }

    public String html() {
        List<JourneySection> sections = journeys.stream()
                .map(journey -> new JourneySection(journey, tally.of(journey.id()), settings.currency()))
                .toList();
        var all = new StringBuilder();
        sections.forEach(section -> all.append(section.html()));
        String title = settings.name().isEmpty() ? "Backtest" : "Backtest of " + settings.name();
        return HtmlPage.of(title, head.words(), """
                <section><h2>Journeys</h2>%s</section>
                <section><h2>Messages a day, all journeys</h2>%s</section>
                <section%s>
                <div><h2>Overlap</h2>%s</div>
                <div><h2>Frequency caps hit</h2>%s</div>
                </section>
                %s""".formatted(
                        summary(sections), DayChart.of(messages()), beside(), overlap(), caps(), all));
    }

    /** Many journeys overlap in a table that needs the page's whole width. */
    private String beside() {
        return journeys.size() > MOST_BESIDE ? "" : " class=\"halves\"";
    }

    private String summary(List<JourneySection> sections) {
        var rows = new StringBuilder();
        for (int i = 0; i < journeys.size(); i++) {
            String id = Html.text(journeys.get(i).id().value());
            JourneyNumbers numbers = sections.get(i).numbers();
            long skipped = numbers.skipped().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            rows.append("<tr><td><a href=\"#" + id + "\">" + id + "</a></td>")
                    .append(Html.numberCell(numbers.entered()))
                    .append(Html.numberCell(numbers.heldOut()))
                    .append(Html.numberCell(numbers.messages()))
                    .append(Html.numberCell(skipped))
                    .append(Html.numberCell(numbers.converted()))
                    .append("<td class=\"n\">" + Html.text(sections.get(i).money(numbers.value())) + "</td>")
                    .append(Html.numberCell(numbers.exited()))
                    .append(Html.numberCell(numbers.completed()))
                    .append("</tr>\n");
        }
        return """
                <div class="scroll"><table><thead><tr><th>Journey</th><th class="n">Entered</th><th class="n">Held out</th>\
                <th class="n">Messages</th><th class="n">Skipped</th><th class="n">Converted</th><th class="n">Value</th>\
                <th class="n">Exited early</th><th class="n">Completed</th></tr></thead><tbody>
                %s</tbody></table></div>
                """.formatted(rows);
    }

    private SortedMap<LocalDate, SortedMap<String, Long>> messages() {
        var all = new TreeMap<LocalDate, SortedMap<String, Long>>();
        for (Journey journey : journeys) {
            tally.of(journey.id())
                    .messages()
                    .forEach((day, channels) -> channels.forEach((channel, count) ->
                            all.computeIfAbsent(day, it -> new TreeMap<>()).merge(channel, count, Long::sum)));
        }
        return all;
    }

    /** How many customers entered the journey of a row and that of a column. */
    private String overlap() {
        long most = 1;
        for (Journey journey : journeys) {
            most = Math.max(most, tally.of(journey.id()).treated().customers());
        }
        var rows = new StringBuilder();
        var columns = new StringBuilder();
        for (int row = 0; row < journeys.size(); row++) {
            columns.append("<th class=\"n\">").append(row + 1).append("</th>");
            rows.append("<tr><th>" + (row + 1) + " "
                    + Html.text(journeys.get(row).id().value()) + "</th>");
            for (int column = 0; column <= row; column++) {
                long both = row == column
                        ? tally.of(journeys.get(row).id()).treated().customers()
                        : tally.overlap(
                                journeys.get(row).id(), journeys.get(column).id());
                rows.append("<td class=\"n heat\" style=\"--heat:%s%%\">%s</td>"
                        .formatted(Html.length(70.0 * both / most), both == 0 ? "–" : Html.number(both)));
            }
            rows.append("</tr>\n");
        }
        return """
                <p class="quiet">Customers who entered both journeys; on the diagonal, all who entered.</p>
                <div class="scroll"><table class="overlap"><thead><tr><th></th>%s</tr></thead><tbody>
                %s</tbody></table></div>
                """.formatted(columns, rows);
    }

    private String caps() {
        var rows = new StringBuilder();
        for (Journey journey : journeys) {
            tally.of(journey.id())
                    .skippedByStep()
                    .forEach((step, reasons) -> reasons.forEach((reason, count) -> {
                        if (reason.equals(MessagePolicy.FREQUENCY_CAP)) {
                            rows.append("<tr>")
                                    .append(Html.cell(journey.id().value()))
                                    .append(Html.cell(step))
                                    .append(Html.numberCell(count))
                                    .append("</tr>\n");
                        }
                    }));
        }
        return rows.isEmpty()
                ? "<p class=\"quiet\">None.</p>\n"
                : "<table><thead><tr><th>Journey</th><th>Step</th><th class=\"n\">Skipped</th></tr></thead><tbody>\n"
                        + rows + "</tbody></table>\n";
    }
}

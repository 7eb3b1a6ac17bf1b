package dev.sendero.cli.diff;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.report.Html;
import dev.sendero.cli.report.HtmlPage;
import dev.sendero.cli.report.ReportHead;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What two versions differ in, as a page: a row for each journey, then each in pictures and by name. */
final class DiffPage {

    private final ReportHead head;
    private final DiffResult result;
    private final ZoneId zone;

    /** @param zone in which times are shown */
    DiffPage(ReportHead head, DiffResult result, ZoneId zone) {
        this.head = head;
        this.result = result;
        this.zone = zone;
    }

    /**
     * @param first what the version before is called, A on the page
     * @param second what the version after is called, B on the page
     * @param project its name; may be empty
     */
    String html(String first, String second, String project) {
        List<Difference> all = result.differences();
        var sections = new StringBuilder();
        result.byJourney()
                .forEach((journey, differences) -> sections.append(new JourneyDiffSection(
                                journey,
                                differences,
                                all.stream()
                                        .filter(difference ->
                                                difference.message().journey().equals(journey))
                                        .toList(),
                                zone)
                        .html()));
        return HtmlPage.of(
                project.isEmpty() ? "What changes" : "What changes in " + project, head.words(), """
                <dl class="versions"><div><dt class="side-a">A</dt><dd>%s</dd></div>\
                <div><dt class="side-b">B</dt><dd>%s</dd></div></dl>
                <section><h2>Journeys</h2>%s</section>
                %s""".formatted(
                                Html.text(first), Html.text(second), summary(), sections));
    }

    private String summary() {
        var rows = new StringBuilder();
        for (Map.Entry<JourneyId, JourneyDifferences> entry : result.byJourney().entrySet()) {
            JourneyDifferences differences = entry.getValue();
            String id = Html.text(entry.getKey().value());
            rows.append("<tr><td><a href=\"#" + id + "\">" + id + "</a></td>")
                    .append(Html.numberCell(MessageDays.sum(differences.days().before())))
                    .append(Html.numberCell(MessageDays.sum(differences.days().after())))
                    .append(Html.numberCell(differences.same()));
            for (Kind kind : Kind.values()) {
                rows.append(Html.numberCell(differences.customers(kind).size()));
            }
            rows.append("</tr>\n");
        }
        var kinds = new StringBuilder();
        for (Kind kind : Kind.values()) {
            kinds.append("<th class=\"n\">").append(kind.title()).append("</th>");
        }
        return """
                <div class="scroll"><table><thead><tr><th>Journey</th><th class="n">Messages in A</th>\
                <th class="n">Messages in B</th><th class="n">Same</th>%s</tr></thead><tbody>
                %s</tbody></table></div>
                <p class="quiet"><small>Same and the columns after it count customers; one may be in several of these. \
                A message is the same one in both when it is of the same step and the same events led to it.</small></p>
                """.formatted(kinds, rows);
    }
}

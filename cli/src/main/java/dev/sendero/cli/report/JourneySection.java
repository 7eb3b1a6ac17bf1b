package dev.sendero.cli.report;

import dev.sendero.api.fact.FactType;
import dev.sendero.gateway.query.JourneyNumbers;
import dev.sendero.gateway.query.JourneyPicture;
import dev.sendero.rules.journey.Journey;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What a report says of one journey. */
final class JourneySection {

    private final Journey journey;
    private final JourneyTally tally;
    private final JourneyPicture picture;
    private final String currency;

    /** @param currency of the values of conversions */
    JourneySection(Journey journey, JourneyTally tally, String currency) {
        this.journey = journey;
        this.tally = tally;
        this.picture = JourneyPicture.of(journey, tally.facts(journey.id()));
        this.currency = currency;
    }

    JourneyNumbers numbers() {
        return picture.numbers();
    }

    String html() {
        JourneyNumbers numbers = picture.numbers();
        return """
                <section class="journey" id="%s">
                <h2>%s <small>%s</small></h2>
                <dl class="tiles">%s%s%s%s%s%s</dl>
                <div class="scroll">%s</div>
                <div class="halves">
                <div><h3>Funnel</h3>%s</div>
                <div><h3>Holdout</h3>%s</div>
                </div>
                <h3>Messages a day</h3>
                %s
                <div class="halves">
                <div><h3>Messages skipped</h3>%s</div>
                <div><h3>Recognised, not entered</h3>%s</div>
                <div><h3>Taken out early</h3>%s</div>
                <div><h3>Bounds reached</h3>%s</div>
                </div>
                </section>
                """.formatted(
                        Html.text(journey.id().value()),
                        Html.text(journey.title().isEmpty() ? journey.id().value() : journey.title()),
                        Html.text(journey.id().value()),
                        tile("Entered", Html.number(numbers.entered())),
                        tile("Held out", Html.number(numbers.heldOut())),
                        tile("Messages", Html.number(numbers.messages())),
                        tile("Conversions", Html.number(numbers.converted())),
                        tile("Value", money(numbers.value())),
                        tile("Exited early", Html.number(numbers.exited())),
                        GraphDrawing.of(picture),
                        Funnel.of(picture, tally.heldOutConversions()),
                        HoldoutWords.of(tally.treated(), tally.heldOut()),
                        DayChart.of(tally.messages()),
                        skipped(),
                        reasons(tally.reasons(FactType.NOT_ENTERED)),
                        reasons(tally.reasons(FactType.EXITED)),
                        reasons(tally.reasons(FactType.BOUND_REACHED)));
    }

    String money(BigDecimal amount) {
        return amount.signum() == 0 ? "–" : String.format(Locale.ROOT, "%,.2f %s", amount, currency);
    }

    private static String tile(String name, String value) {
        return "<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(value) + "</dd></div>";
    }

    private String skipped() {
        var rows = new StringBuilder();
        tally.skippedByStep()
                .forEach((step, reasons) -> reasons.forEach((reason, count) -> rows.append("<tr>")
                        .append(Html.cell(step))
                        .append(Html.cell(words(reason)))
                        .append(Html.numberCell(count))
                        .append("</tr>\n")));
        return table("<th>Step</th><th>Reason</th><th class=\"n\">Times</th>", rows.toString());
    }

    private static String reasons(SortedMap<String, Long> counts) {
        var rows = new StringBuilder();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> rows.append("<tr>")
                        .append(Html.cell(words(entry.getKey())))
                        .append(Html.numberCell(entry.getValue()))
                        .append("</tr>\n"));
        return table("<th>Reason</th><th class=\"n\">Times</th>", rows.toString());
    }

    private static String table(String head, String rows) {
        return rows.isEmpty()
                ? "<p class=\"quiet\">None.</p>\n"
                : "<table><thead><tr>" + head + "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
    }

    /** {@code no_consent} as people say it. */
    static String words(String reason) {
        return reason.isEmpty() ? "(no reason given)" : reason.replace('_', ' ');
    }
}

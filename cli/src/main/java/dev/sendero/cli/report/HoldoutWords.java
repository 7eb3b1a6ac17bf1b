package dev.sendero.cli.report;

import java.util.Locale;

/** Says what a holdout shows. */
final class HoldoutWords {

    private HoldoutWords() {}

    static String of(Group treated, Group heldOut) {
        if (heldOut.customers() == 0) {
            return "<p class=\"quiet\">Nobody was held out, so nobody can say what would have happened anyway. "
                    + "<code>holdout: 10%</code> in the journey keeps a share of customers as they are.</p>\n";
        }
        if (treated.customers() == 0) {
            return "<p class=\"quiet\">Everybody was held out.</p>\n";
        }
        return rows(treated, heldOut) + uplift(Uplift.of(treated, heldOut));
    }

    private static String rows(Group treated, Group heldOut) {
        return """
                <table><thead><tr><th>Customers</th><th class="n">All</th><th class="n">Converted</th>\
                <th class="n">Share</th></tr></thead><tbody>
                %s%s</tbody></table>
                """.formatted(row("in the journey", treated), row("held out", heldOut));
    }

    private static String row(String name, Group group) {
        return "<tr>" + Html.cell(name) + Html.numberCell(group.customers()) + Html.numberCell(group.converted())
                + "<td class=\"n\">" + Html.percent(group.share()) + "</td></tr>\n";
    }

    private static String uplift(Uplift uplift) {
        String verdict = !uplift.isShown()
                ? "The interval holds 0: these events show no effect."
                : uplift.difference() > 0 ? "The journey brings conversions." : "The journey costs conversions.";
        return """
                <p class="uplift"><b>%s</b> percentage points<br>\
                <small>95 %% confidence: %s to %s. %s</small></p>
                <p class="quiet"><small>Newcombe&#39;s hybrid score interval of the difference of two shares of customers \
                (1998, method 10), by intention to treat.</small></p>
                """.formatted(points(uplift.difference()), points(uplift.low()), points(uplift.high()), verdict);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.1f", share * 100);
    }
}

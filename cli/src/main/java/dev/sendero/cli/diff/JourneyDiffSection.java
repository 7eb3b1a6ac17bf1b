package dev.sendero.cli.diff;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.cli.report.Html;
import dev.sendero.rules.expression.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What two versions of one journey differ in, on a page. */
final class JourneyDiffSection {

    /** More would not be read; {@code --out} has all. */
    private static final int MESSAGES_SHOWN = 100;

    private static final int CUSTOMERS_NAMED = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final JourneyId journey;
    private final JourneyDifferences differences;
    private final List<Difference> messages;
    private final ZoneId zone;

    /** @param messages that differ */
    JourneyDiffSection(JourneyId journey, JourneyDifferences differences, List<Difference> messages, ZoneId zone) {
        this.journey = journey;
        this.differences = differences;
        // What happens to few is looked for first.
        this.messages = messages.stream()
                .sorted(Comparator.comparingLong(this::alike).thenComparing(Difference.ORDER))
                .toList();
        this.zone = zone;
    }

    /** How many messages differ as this one does. */
    private long alike(Difference difference) {
        return difference.kinds().stream()
                .mapToLong(differences::messages)
                .min()
                .orElse(0);
    }

    String html() {
        String id = Html.text(journey.value());
        return """
                <section class="journey" id="%s">
                <h2>%s</h2>
                %s%s%s</section>
                """.formatted(id, id, shares(), ChangesDrawing.of(differences.days()), details());
    }

    /** The customers as parts of one bar; who differs in several ways is in each of them. */
    private String shares() {
        var bar = new StringBuilder();
        var words = new StringBuilder();
        part(bar, words, "same", "the same", differences.same());
        for (Kind kind : Kind.values()) {
            part(
                    bar,
                    words,
                    kind.wireName(),
                    kind.words(),
                    differences.customers(kind).size());
        }
        return words.isEmpty()
                ? ""
                : "<div class=\"shares\">" + bar + "</div>\n<p class=\"legend\">Customers: " + words + "</p>\n";
    }

    private static void part(StringBuilder bar, StringBuilder words, String style, String name, long customers) {
        if (customers > 0) {
            bar.append("<i class=\"%s\" style=\"flex-grow:%d\" title=\"%s: %s\"></i>"
                    .formatted(style, customers, name, Html.number(customers)));
            words.append(
                    "<span><i class=\"%s\"></i>%s <b>%s</b></span> ".formatted(style, name, Html.number(customers)));
        }
    }

    private String details() {
        if (messages.isEmpty()) {
            return "<p class=\"quiet\">Nobody gets another message.</p>\n";
        }
        return "<p>" + shift(Kind.EARLIER) + shift(Kind.LATER) + "</p>\n<h3>Customers</h3>\n<dl class=\"named\">"
                + named() + "</dl>\n<h3>Messages that differ</h3>\n" + table();
    }

    /** By how much messages move. */
    private String shift(Kind kind) {
        List<Duration> shifts = messages.stream()
                .filter(difference -> difference.kinds().contains(kind))
                .map(difference -> Duration.between(difference.before(), difference.after())
                        .abs())
                .sorted()
                .toList();
        if (shifts.isEmpty()) {
            return "";
        }
        Duration least = shifts.get(0);
        Duration most = shifts.get(shifts.size() - 1);
        String length = least.equals(most)
                ? words(least)
                : words(least) + " to " + words(most) + ", half of them by " + words(shifts.get(shifts.size() / 2))
                        + " or more";
        return Html.text((shifts.size() == 1 ? "One message comes " : "The messages that come ") + kind.words()
                + (shifts.size() == 1 ? ", by " : " do so by ") + length + ". ");
    }

    private static String words(Duration length) {
        return DurationText.of(length);
    }

    private String named() {
        var html = new StringBuilder();
        for (Kind kind : Kind.values()) {
            SortedSet<CustomerId> customers = differences.customers(kind);
            if (!customers.isEmpty()) {
                String names = customers.stream()
                        .limit(CUSTOMERS_NAMED)
                        .map(CustomerId::value)
                        .collect(Collectors.joining(", "));
                int more = customers.size() - CUSTOMERS_NAMED;
                html.append("<dt><i class=\"%s\"></i>%s</dt><dd>%s%s</dd>\n"
                        .formatted(
                                kind.wireName(),
                                kind.title(),
                                Html.text(names),
                                more > 0 ? " and " + Html.number(more) + " more" : ""));
            }
        }
        return html.toString();
    }

    private String table() {
        var rows = new StringBuilder();
        messages.stream().limit(MESSAGES_SHOWN).forEach(difference -> rows.append("<tr>")
                .append(Html.cell(difference.message().customer().value()))
                .append(Html.cell(difference.message().step().value()))
                .append(Html.cell(
                        difference.kinds().stream().sorted().map(Kind::words).collect(Collectors.joining(", "))))
                .append(Html.cell(time(difference.before())))
                .append(Html.cell(time(difference.after())))
                .append(said(difference))
                .append("</tr>\n"));
        int more = messages.size() - MESSAGES_SHOWN;
        return """
                <div class="scroll"><table><thead><tr><th>Customer</th><th>Step</th><th>Differs</th><th>In A</th>\
                <th>In B</th><th>Says</th></tr></thead><tbody>
                %s</tbody></table></div>
                <p class="quiet"><small>Times of %s. %s</small></p>
                """.formatted(
                        rows,
                        Html.text(zone.getId()),
                        more > 0 ? Html.number(more) + " more are in the file that --out writes." : "");
    }

    private String time(Instant at) {
        return at.equals(Difference.NEVER) ? "–" : TIME.format(at.atZone(zone));
    }

    private static String said(Difference difference) {
        String before = Html.text(difference.saidBefore());
        String after = Html.text(difference.saidAfter());
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return "<td>" + (after.isEmpty() ? before : after) + "</td>";
        }
        return "<td><del>" + before + "</del><br><ins>" + after + "</ins></td>";
    }
}

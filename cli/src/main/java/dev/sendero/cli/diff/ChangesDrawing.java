package dev.sendero.cli.diff;

import dev.sendero.cli.report.DayAxis;
import dev.sendero.cli.report.Html;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the messages of one journey day by day: above, how many each version sends, side by side; below, how many differ,
 * with what is removed hanging down.
 */
final class ChangesDrawing {

    private static final double WIDTH = 1_100;
    private static final double HEAD = 18;
    private static final double VOLUMES = 130;
    private static final double BETWEEN = 26;
    private static final double CHANGES = 110;
    private static final double FOOT = 20;

    /** Beyond it, the two bars of a day would be thinner than a line. */
    private static final int MOST_BARS = 120;

    /** As wide as a bar may be where there are few days. */
    private static final double WIDEST = 34;

    /** What stands on the axis, from below. */
    private static final List<Kind> STANDING = List.of(Kind.ADDED, Kind.EARLIER, Kind.LATER, Kind.OTHER_TEXT);

    private final MessageDays days;
    private final DayAxis axis;
    private final double step;
    private final StringBuilder svg = new StringBuilder();

    private ChangesDrawing(MessageDays days, DayAxis axis) {
        this.days = days;
        this.axis = axis;
        this.step = WIDTH / axis.bars();
    }

    /** A sentence where neither version sends anything. */
    static String of(MessageDays days) {
        return days.first()
                .flatMap(first -> days.last().map(last -> DayAxis.of(first, last, MOST_BARS)))
                .map(axis -> new ChangesDrawing(days, axis).draw())
                .orElse("<p class=\"quiet\">Neither version sends a message.</p>\n");
    }

    private String draw() {
        double height = HEAD + VOLUMES + BETWEEN + CHANGES + FOOT;
        svg.append("<svg class=\"days\" role=\"img\" viewBox=\"0 0 %s %s\">\n"
                .formatted(Html.length(WIDTH), Html.length(height)));
        drawVolumes(HEAD + VOLUMES);
        drawChanges(HEAD + VOLUMES + BETWEEN);
        label(0, height - 5, "start", axis.first().toString());
        label(WIDTH, height - 5, "end", axis.last().toString());
        return legend() + svg.append("</svg>\n");
    }

    private void drawVolumes(double ground) {
        SortedMap<Integer, Long> before = byBar(days.before());
        SortedMap<Integer, Long> after = byBar(days.after());
        long most = most(before, after);
        double scale = VOLUMES / most;
        double width = Math.min(WIDEST / 2, step * 0.42);
        for (int bar : bars(before, after)) {
            long a = before.getOrDefault(bar, 0L);
            long b = after.getOrDefault(bar, 0L);
            double middle = (bar + 0.5) * step;
            svg.append("<g><title>%s: A %s, B %s</title>".formatted(axis.words(bar), Html.number(a), Html.number(b)));
            bar("side-a", middle - width, ground, width, -a * scale);
            bar("side-b", middle, ground, width, -b * scale);
            svg.append("</g>\n");
        }
        line(ground);
        label(0, HEAD - 6, "start", "messages " + axis.span() + ", at most " + Html.number(most));
    }

    private void drawChanges(double top) {
        List<SortedMap<Integer, Long>> standing =
                STANDING.stream().map(kind -> byBar(days.differing(kind))).toList();
        SortedMap<Integer, Long> sums = new TreeMap<>();
        standing.forEach(kind -> kind.forEach((bar, count) -> sums.merge(bar, count, Long::sum)));
        SortedMap<Integer, Long> removed = byBar(days.differing(Kind.REMOVED));
        long up = sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long down = removed.values().stream().mapToLong(Long::longValue).max().orElse(0);
        double scale = CHANGES / Math.max(1, up + down);
        double ground = top + up * scale;
        double width = Math.min(WIDEST, step * 0.84);
        for (int bar : bars(sums, removed)) {
            double left = (bar + 0.5) * step - width / 2;
            svg.append("<g><title>")
                    .append(Html.text(words(bar, standing, removed)))
                    .append("</title>");
            double from = ground;
            for (int kind = 0; kind < STANDING.size(); kind++) {
                double length = standing.get(kind).getOrDefault(bar, 0L) * scale;
                bar(STANDING.get(kind).wireName(), left, from, width, -length);
                from -= length;
            }
            bar(Kind.REMOVED.wireName(), left, ground, width, removed.getOrDefault(bar, 0L) * scale);
            svg.append("</g>\n");
        }
        line(ground);
        label(
                0,
                top - 6,
                "start",
                up + down == 0 ? "none differs" : "of these, differing, at most " + Html.number(Math.max(up, down)));
    }

    private SortedMap<Integer, Long> byBar(SortedMap<LocalDate, Long> counts) {
        var bars = new TreeMap<Integer, Long>();
        counts.forEach((day, count) -> bars.merge(axis.barOf(day), count, Long::sum));
        return bars;
    }

    private static SortedSet<Integer> bars(SortedMap<Integer, Long> one, SortedMap<Integer, Long> other) {
        var bars = new TreeSet<>(one.keySet());
        bars.addAll(other.keySet());
        return bars;
    }

    private static long most(SortedMap<Integer, Long> one, SortedMap<Integer, Long> other) {
        return Stream.concat(one.values().stream(), other.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
    }

    private String words(int bar, List<SortedMap<Integer, Long>> standing, SortedMap<Integer, Long> removed) {
        var words = new ArrayList<String>();
        for (int kind = 0; kind < STANDING.size(); kind++) {
            addWords(words, STANDING.get(kind), standing.get(kind).getOrDefault(bar, 0L));
        }
        addWords(words, Kind.REMOVED, removed.getOrDefault(bar, 0L));
        return axis.words(bar) + ": " + String.join(", ", words);
    }

    private static void addWords(List<String> words, Kind kind, long count) {
        if (count > 0) {
            words.add(Html.number(count) + " " + kind.words());
        }
    }

    private String legend() {
        return "<p class=\"legend\">Messages: "
                + key("side-a", "A", MessageDays.sum(days.before()))
                + key("side-b", "B", MessageDays.sum(days.after()))
                + Stream.of(Kind.values())
                        .filter(kind -> !days.differing(kind).isEmpty())
                        .map(kind -> key(kind.wireName(), kind.words(), MessageDays.sum(days.differing(kind))))
                        .collect(Collectors.joining())
                + "</p>\n";
    }

    private static String key(String style, String name, long messages) {
        return "<span><i class=\"%s\"></i>%s <b>%s</b></span> ".formatted(style, name, Html.number(messages));
    }

    /** @param length down from the ground; negative for up */
    private void bar(String style, double left, double ground, double width, double length) {
        if (length != 0) {
            svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                    .formatted(
                            style,
                            Html.length(left),
                            Html.length(Math.min(ground, ground + length)),
                            Html.length(width),
                            Html.length(Math.abs(length))));
        }
    }

    private void line(double y) {
        svg.append("<line class=\"axis\" x1=\"0\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%2$s\"/>\n"
                .formatted(Html.length(WIDTH), Html.length(y)));
    }

    private void label(double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(Html.length(x), Html.length(y), anchor, Html.text(text)));
    }
}

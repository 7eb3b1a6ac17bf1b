package dev.sendero.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws how many messages would have gone out each day, by channel, as bars on each other. */
final class DayChart {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 150;
    private static final double FOOT = 20;
    private static final double HEAD = 16;

    /** Beyond it, bars are thinner than a line: several days share one. */
    private static final int MOST_BARS = 180;

    private final List<String> channels;
    private final DayAxis axis;
    private final SortedMap<Integer, SortedMap<String, Long>> bars;

    private DayChart(SortedMap<LocalDate, SortedMap<String, Long>> days) {
        var names = new TreeSet<String>();
        days.values().forEach(channelsOfDay -> names.addAll(channelsOfDay.keySet()));
        channels = List.copyOf(names);
        axis = DayAxis.of(days.firstKey(), days.lastKey(), MOST_BARS);
        bars = new TreeMap<>();
        days.forEach((day, ofDay) -> ofDay.forEach((channel, messages) ->
                bars.computeIfAbsent(axis.barOf(day), it -> new TreeMap<>()).merge(channel, messages, Long::sum)));
    }

    /** @param days how many messages by day and channel */
    static String of(SortedMap<LocalDate, SortedMap<String, Long>> days) {
        return days.isEmpty() ? "<p class=\"quiet\">No messages.</p>\n" : new DayChart(days).draw();
    }

    private String draw() {
        long most = bars.values().stream().mapToLong(DayChart::sum).max().orElse(1);
        var svg = new StringBuilder();
        svg.append(legend());
        svg.append("<svg class=\"days\" role=\"img\" viewBox=\"0 0 %s %s\">\n"
                .formatted(Html.length(WIDTH), Html.length(HEIGHT)));
        double scale = (HEIGHT - FOOT - HEAD) / most;
        double step = WIDTH / axis.bars();
        bars.forEach((bar, ofBar) -> {
            double top = HEIGHT - FOOT;
            svg.append("<g><title>")
                    .append(Html.text(words(axis.words(bar), ofBar)))
                    .append("</title>");
            for (Map.Entry<String, Long> channel : ofBar.entrySet()) {
                double height = channel.getValue() * scale;
                top -= height;
                svg.append("<rect class=\"c%d\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(
                                channels.indexOf(channel.getKey()) % 6,
                                Html.length(bar * step + step * 0.08),
                                Html.length(top),
                                Html.length(Math.min(40, step * 0.84)),
                                Html.length(height)));
            }
            svg.append("</g>\n");
        });
        svg.append("<line class=\"axis\" x1=\"0\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%2$s\"/>"
                .formatted(Html.length(WIDTH), Html.length(HEIGHT - FOOT)));
        svg.append(words(0, HEIGHT - 5, "start", axis.first().toString()));
        svg.append(words(WIDTH, HEIGHT - 5, "end", axis.last().toString()));
        svg.append(words(0, 11, "start", "at most " + Html.number(most) + " " + axis.span()));
        return svg.append("</svg>\n").toString();
    }

    private String legend() {
        var legend = new StringBuilder("<p class=\"legend\">");
        for (int channel = 0; channel < channels.size(); channel++) {
            String name = channels.get(channel);
            long messages = bars.values().stream()
                    .mapToLong(ofBar -> ofBar.getOrDefault(name, 0L))
                    .sum();
            legend.append("<span><i class=\"c%d\"></i>%s <b>%s</b></span> "
                    .formatted(channel % 6, Html.text(name), Html.number(messages)));
        }
        return legend.append("</p>\n").toString();
    }

    private static String words(String days, SortedMap<String, Long> ofBar) {
        var words = new StringBuilder(days);
        ofBar.forEach((channel, messages) ->
                words.append(", ").append(channel).append(' ').append(Html.number(messages)));
        return words.toString();
    }

    private static String words(double x, double y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(Html.length(x), Html.length(y), anchor, Html.text(text));
    }

    private static long sum(SortedMap<String, Long> ofBar) {
        return ofBar.values().stream().mapToLong(Long::longValue).sum();
    }
}

package dev.sendero.cli.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    private final SortedMap<LocalDate, SortedMap<String, Long>> bars;
    private final LocalDate first;
    private final int daysOfABar;
    private final int count;

    private DayChart(SortedMap<LocalDate, SortedMap<String, Long>> days) {
        var names = new TreeSet<String>();
        days.values().forEach(channelsOfDay -> names.addAll(channelsOfDay.keySet()));
        channels = List.copyOf(names);
        first = days.firstKey();
        long length = ChronoUnit.DAYS.between(first, days.lastKey()) + 1;
        daysOfABar = (int) ((length + MOST_BARS - 1) / MOST_BARS);
        count = (int) ((length + daysOfABar - 1) / daysOfABar);
        bars = new TreeMap<>();
        days.forEach((day, ofDay) -> ofDay.forEach((channel, messages) -> bars.computeIfAbsent(
                        first.plusDays(barOf(day) * (long) daysOfABar), it -> new TreeMap<>())
                .merge(channel, messages, Long::sum)));
    }

    private int barOf(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(first, day) / daysOfABar);
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
        double step = WIDTH / count;
        bars.forEach((day, ofDay) -> {
            double top = HEIGHT - FOOT;
            svg.append("<g><title>").append(Html.text(words(day, ofDay))).append("</title>");
            for (Map.Entry<String, Long> channel : ofDay.entrySet()) {
                double height = channel.getValue() * scale;
                top -= height;
                svg.append("<rect class=\"c%d\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(
                                channels.indexOf(channel.getKey()) % 6,
                                Html.length(barOf(day) * step + step * 0.08),
                                Html.length(top),
                                Html.length(Math.min(40, step * 0.84)),
                                Html.length(height)));
            }
            svg.append("</g>\n");
        });
        svg.append("<line class=\"axis\" x1=\"0\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%2$s\"/>"
                .formatted(Html.length(WIDTH), Html.length(HEIGHT - FOOT)));
        svg.append(words(0, HEIGHT - 5, "start", first.toString()));
        svg.append(words(WIDTH, HEIGHT - 5, "end", bars.lastKey().toString()));
        svg.append(words(0, 11, "start", "at most " + Html.number(most) + span()));
        return svg.append("</svg>\n").toString();
    }

    private String span() {
        return daysOfABar == 1 ? " a day" : " in " + daysOfABar + " days";
    }

    private String legend() {
        var legend = new StringBuilder("<p class=\"legend\">");
        for (int channel = 0; channel < channels.size(); channel++) {
            String name = channels.get(channel);
            long messages = bars.values().stream()
                    .mapToLong(ofDay -> ofDay.getOrDefault(name, 0L))
                    .sum();
            legend.append("<span><i class=\"c%d\"></i>%s <b>%s</b></span> "
                    .formatted(channel % 6, Html.text(name), Html.number(messages)));
        }
        return legend.append("</p>\n").toString();
    }

    private static String words(LocalDate day, SortedMap<String, Long> ofDay) {
        var words = new StringBuilder(day.toString());
        ofDay.forEach((channel, messages) ->
                words.append(", ").append(channel).append(' ').append(Html.number(messages)));
        return words.toString();
    }

    private static String words(double x, double y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(Html.length(x), Html.length(y), anchor, Html.text(text));
    }

    private static long sum(SortedMap<String, Long> ofDay) {
        return ofDay.values().stream().mapToLong(Long::longValue).sum();
    }
}

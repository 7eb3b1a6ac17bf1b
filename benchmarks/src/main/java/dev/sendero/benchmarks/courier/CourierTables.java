package dev.sendero.benchmarks.courier;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sendero.benchmarks.courier.CourierLine.By;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the runs have said, for people: medians, and what the promise costs. */
final class CourierTables {

    private CourierTables() {}

    /** @param price how many times as many messages the connector alone delivers */
    private record RateRow(Target target, double connector, double courier, double price, int runs) {}

    private record DelayRow(String otherProvider, double medianMillis, double p99Millis, double growth, int runs) {}

    static String of(List<CourierLine> lines) {
        var tables = new ArrayList<String>();
        List<RateRow> rates = rates(lines);
        if (!rates.isEmpty()) {
            tables.add(table(
                    rates,
                    List.of(
                            text("To").with(row -> row.target().name()),
                            number("Connector alone/s").with(row -> grouped(row.connector())),
                            number("Courier/s").with(row -> grouped(row.courier())),
                            number("Ratio").with(row -> decimal(row.price())),
                            number("Runs").with(row -> Integer.toString(row.runs())))));
        }
        List<DelayRow> delays = delays(lines);
        if (!delays.isEmpty()) {
            tables.add(table(
                    delays,
                    List.of(
                            text("Another provider").with(DelayRow::otherProvider),
                            number("Median ms").with(row -> decimal(row.medianMillis())),
                            number("p99 ms").with(row -> decimal(row.p99Millis())),
                            number("p99, of idle").with(row -> decimal(row.growth())),
                            number("Runs").with(row -> Integer.toString(row.runs())))));
        }
        return String.join("\n\n", tables);
    }

    private static List<RateRow> rates(List<CourierLine> lines) {
        var rows = new ArrayList<RateRow>();
        for (Target target : Target.values()) {
            List<CourierLine.Rate> alone = rates(lines, target, By.CONNECTOR);
            List<CourierLine.Rate> courier = rates(lines, target, By.COURIER);
            if (!alone.isEmpty() && !courier.isEmpty()) {
                double without = median(alone, CourierLine.Rate::messagesPerSecond);
                double with = median(courier, CourierLine.Rate::messagesPerSecond);
                rows.add(new RateRow(target, without, with, without / with, courier.size()));
            }
        }
        return rows;
    }

    private static List<CourierLine.Rate> rates(List<CourierLine> lines, Target target, By by) {
        return lines.stream()
                .filter(CourierLine.Rate.class::isInstance)
                .map(CourierLine.Rate.class::cast)
                .filter(rate -> rate.target() == target && rate.by() == by)
                .toList();
    }

    private static List<DelayRow> delays(List<CourierLine> lines) {
        var rows = new ArrayList<DelayRow>();
        double idle = Double.NaN;
        for (String other : List.of("idle", "hangs")) {
            List<CourierLine.Delay> delays = lines.stream()
                    .filter(CourierLine.Delay.class::isInstance)
                    .map(CourierLine.Delay.class::cast)
                    .filter(delay -> delay.otherProvider().equals(other))
                    .toList();
            if (!delays.isEmpty()) {
                double p99 = median(delays, CourierLine.Delay::p99Millis);
                idle = Double.isNaN(idle) ? p99 : idle;
                rows.add(new DelayRow(
                        other, median(delays, CourierLine.Delay::medianMillis), p99, p99 / idle, delays.size()));
            }
        }
        return rows;
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static <T> String table(List<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(rows, columns)
                .asString();
    }

    private static Column text(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column number(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    private static String grouped(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}

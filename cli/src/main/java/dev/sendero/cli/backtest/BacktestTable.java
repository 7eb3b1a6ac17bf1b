package dev.sendero.cli.backtest;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sendero.api.JourneyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The result of a backtest for people: a row for each journey. */
final class BacktestTable {

    private static final String NONE = "-";

    private BacktestTable() {}

    static String of(SortedMap<JourneyId, JourneyFigures> figures) {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(
                        figures.entrySet(),
                        List.of(
                                text("Journey").with(row -> row.getKey().value()),
                                number("Entered")
                                        .with(row -> grouped(row.getValue().entered())),
                                number("Held out")
                                        .with(row -> grouped(row.getValue().heldOut())),
                                text("Messages")
                                        .with(row -> listed(row.getValue().messages())),
                                text("Skipped")
                                        .with(row -> listed(row.getValue().skipped())),
                                number("Converted").with(row -> conversions(row.getValue())),
                                number("Exited")
                                        .with(row -> grouped(row.getValue().exited())),
                                number("Completed")
                                        .with(row -> grouped(row.getValue().completed()))))
                .asString()
                .stripTrailing();
    }

    private static Column text(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(40);
    }

    private static Column number(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty()
                ? NONE
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + grouped(entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String conversions(JourneyFigures figures) {
        String value = figures.value().entrySet().stream()
                .map(entry -> "\n" + amount(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining());
        return grouped(figures.converted()) + value;
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}

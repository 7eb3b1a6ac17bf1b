package dev.sendero.cli.diff;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What two versions differ in, for people: a row for each journey, and some of the customers by name. */
final class DiffText {

    private static final int CUSTOMERS_NAMED = 10;

    private DiffText() {}

    static String of(DiffResult result) {
        var columns = new ArrayList<ColumnData<Map.Entry<JourneyId, JourneyDifferences>>>();
        columns.add(new Column()
                .header("Journey")
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(40)
                .with(row -> row.getKey().value()));
        columns.add(number("Same").with(row -> grouped(row.getValue().same())));
        for (Kind kind : Kind.values()) {
            columns.add(number(kind.title()).with(row -> cell(row.getValue(), kind)));
        }
        String table = AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(result.byJourney().entrySet(), columns)
                .asString()
                .stripTrailing();
        String customers = result.byJourney().entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return table + "\n(customers; in brackets their messages)" + (customers.isEmpty() ? "" : "\n\n" + customers);
    }

    private static Column number(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    private static String cell(JourneyDifferences differences, Kind kind) {
        long messages = differences.messages(kind);
        return messages == 0 ? "-" : grouped(differences.customers(kind).size()) + " (" + grouped(messages) + ")";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String named(JourneyId journey, JourneyDifferences differences) {
        List<String> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            SortedSet<CustomerId> customers = differences.customers(kind);
            if (!customers.isEmpty()) {
                lines.add(journey + ", " + kind.words() + ": " + some(customers));
            }
        }
        return String.join("\n", lines);
    }

    private static String some(SortedSet<CustomerId> customers) {
        String named =
                customers.stream().limit(CUSTOMERS_NAMED).map(CustomerId::value).collect(Collectors.joining(", "));
        int more = customers.size() - CUSTOMERS_NAMED;
        return more > 0 ? named + " and " + grouped(more) + " more" : named;
    }
}

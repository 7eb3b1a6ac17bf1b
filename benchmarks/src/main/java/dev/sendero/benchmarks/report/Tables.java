package dev.sendero.benchmarks.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.Locale;

/** What the runs have said, for people. */
public final class Tables {

    private Tables() {}

    /** A row for each contender and number of journeys and, where there is something to compare, the goals. */
    public static String of(List<Result> results) {
        List<Row> rows = Row.of(results);
        List<Goal> goals = Goal.of(rows);
        return goals.isEmpty() ? rates(rows) : rates(rows) + "\n\n" + goals(goals);
    }

    private static String rates(List<Row> rows) {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(
                        rows,
                        List.of(
                                text("Contender").with(row -> row.contender().text()),
                                text("Backend").with(row -> row.backend().text()),
                                number("Journeys").with(row -> grouped(row.journeys())),
                                number("Traits").with(row -> grouped(row.traits())),
                                number("Events").with(row -> grouped(row.events())),
                                number("Events/s").with(row -> grouped(Math.round(row.median()))),
                                number("Spread").with(row -> String.format(Locale.ROOT, "%.0f %%", 100 * row.spread())),
                                number("Runs").with(row -> grouped(row.rates().size())),
                                number("Situations").with(row -> grouped(row.situations()))))
                .asString();
    }

    private static String goals(List<Goal> goals) {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(
                        goals,
                        List.of(
                                text("Ratio of medians").with(Goal::text),
                                number("Journeys").with(Goal::journeys),
                                number("Measured").with(goal -> ratio(goal.measured())),
                                number("Goal").with(goal -> (goal.cost() ? "<= " : ">= ") + ratio(goal.bound())),
                                text("").with(goal -> goal.isMet() ? "met" : "missed")))
                .asString();
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

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }
}

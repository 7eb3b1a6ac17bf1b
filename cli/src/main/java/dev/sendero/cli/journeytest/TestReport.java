package dev.sendero.cli.journeytest;

import dev.sendero.cli.terminal.Colour;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** The outcome of journey tests for people. */
public final class TestReport {

    private static final String INDENT = "    ";

    private final BiFunction<Colour, String, String> paint;
    private final StringBuilder text = new StringBuilder();

    private TestReport(BiFunction<Colour, String, String> paint) {
        this.paint = paint;
    }

    /** @param paint colours a text where colours are shown */
    public static String of(List<TestOutcome> outcomes, BiFunction<Colour, String, String> paint) {
        var report = new TestReport(paint);
        String file = "";
        for (TestOutcome outcome : outcomes) {
            if (!outcome.file().equals(file)) {
                file = outcome.file();
                report.text.append(paint.apply(Colour.BOLD, file)).append('\n');
            }
            report.add(outcome);
        }
        report.summary(outcomes);
        return report.text.toString();
    }

    private void add(TestOutcome outcome) {
        String mark = outcome.passed() ? paint.apply(Colour.GREEN, "pass") : paint.apply(Colour.RED, "FAIL");
        text.append("  ").append(mark).append("  ").append(outcome.test().name());
        text.append(paint.apply(Colour.DIM, "  " + millis(outcome.taken()))).append('\n');
        if (!outcome.passed()) {
            explain(outcome);
        }
    }

    private void explain(TestOutcome outcome) {
        line(outcome.file() + ":" + outcome.test().place().line());
        outcome.faults().forEach(fault -> line(paint.apply(Colour.RED, fault)));
        if (!outcome.rows().isEmpty()) {
            timeline(outcome.rows());
        }
        line("what happened:");
        outcome.story().forEach(happened -> line("  " + happened));
        text.append('\n');
    }

    private void timeline(List<TimelineRow> rows) {
        int times = width(rows.stream().map(TimelineRow::time).toList(), "time");
        int expected = width(rows.stream().map(TimelineRow::expected).toList(), "expected");
        line("  " + padded("time", times) + "  " + padded("expected", expected) + "  actual");
        for (TimelineRow row : rows) {
            String cells = padded(row.time(), times) + "  " + padded(dashed(row.expected()), expected) + "  "
                    + dashed(row.actual());
            line(row.matches() ? "  " + cells : paint.apply(Colour.RED, "! " + cells));
            if (!row.difference().isEmpty()) {
                line("  " + " ".repeat(times) + "  " + paint.apply(Colour.RED, row.difference()));
            }
        }
    }

    private void summary(List<TestOutcome> outcomes) {
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        Duration taken = outcomes.stream().map(TestOutcome::taken).reduce(Duration.ZERO, Duration::plus);
        String result = failed == 0
                ? paint.apply(Colour.GREEN, outcomes.size() + " passed")
                : paint.apply(Colour.RED, failed + " failed") + ", " + (outcomes.size() - failed) + " passed";
        text.append(result).append(" in ").append(millis(taken)).append('\n');
    }

    private void line(String line) {
        text.append(INDENT).append("    ").append(line.stripTrailing()).append('\n');
    }

    private static String dashed(String cell) {
        return cell.isEmpty() ? "-" : cell;
    }

    private static int width(List<String> cells, String header) {
        return cells.stream().mapToInt(String::length).reduce(header.length(), Math::max);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}

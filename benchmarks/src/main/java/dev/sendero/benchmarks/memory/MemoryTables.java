package dev.sendero.benchmarks.memory;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the runs have found, for people. */
final class MemoryTables {

    private MemoryTables() {}

    static String of(List<MemoryResult> results) {
        var bytes = new ArrayList<MemoryResult.Bytes>();
        var deadlines = new ArrayList<MemoryResult.Deadlines>();
        for (MemoryResult result : results) {
            if (result instanceof MemoryResult.Bytes one) {
                bytes.add(one);
            } else if (result instanceof MemoryResult.Deadlines one) {
                deadlines.add(one);
            }
        }
        var tables = new ArrayList<String>();
        if (!bytes.isEmpty()) {
            tables.add(bytes(bytes));
        }
        if (!deadlines.isEmpty()) {
            tables.add(waiting(deadlines));
            tables.add(firing(deadlines));
        }
        return String.join("\n\n", tables);
    }

    private static String bytes(List<MemoryResult.Bytes> results) {
        return table(
                results,
                List.of(
                        text("Population")
                                .with(result -> result.setup().population().toString()),
                        text("Backend").with(result -> backend(result.setup())),
                        number("Customers")
                                .with(result -> grouped(result.setup().customers())),
                        number("Live").with(result -> grouped(result.found().live())),
                        number("Bytes each: state")
                                .with(result ->
                                        tenths(result.each(result.found().coreBytes()))),
                        number("checkpoint")
                                .with(result ->
                                        tenths(result.each(result.found().checkpointBytes()))),
                        number("savepoint")
                                .with(result ->
                                        tenths(result.each(result.found().savepointBytes())))));
    }

    private static String waiting(List<MemoryResult.Deadlines> results) {
        return table(
                results,
                List.of(
                        text("Backend").with(result -> backend(result.setup())),
                        number("Waiting").with(result -> grouped(result.setup().customers())),
                        number("Load s").with(result -> tenths(result.found().loadSeconds())),
                        number("Heap MiB").with(result -> grouped(result.found().heapMebibytes())),
                        number("Process MiB")
                                .with(result -> grouped(result.found().processMebibytes())),
                        number("Checkpoint MiB")
                                .with(result -> grouped(result.found().checkpointBytes() >> 20)),
                        number("Checkpoint s")
                                .with(result -> tenths(result.found().checkpointSeconds())),
                        number("Bytes each")
                                .with(result -> tenths((double) result.found().checkpointBytes()
                                        / result.setup().customers()))));
    }

    private static String firing(List<MemoryResult.Deadlines> results) {
        return table(
                results,
                List.of(
                        text("Backend").with(result -> backend(result.setup())),
                        number("Waiting").with(result -> grouped(result.setup().customers())),
                        number("Fired").with(result -> grouped(result.found().fired())),
                        number("In s").with(result -> tenths(result.found().firingSeconds())),
                        number("Decisions/s").with(result -> grouped(result.decisionsPerSecond())),
                        number("Checkpoints meanwhile")
                                .with(result -> grouped(result.found().checkpoints())),
                        number("Failed").with(result -> grouped(result.found().checkpointsFailed())),
                        number("Longest s").with(result -> tenths(result.found().longestCheckpointSeconds()))));
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

    private static String backend(MemorySetup setup) {
        return setup.backend().name().toLowerCase(Locale.ROOT);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}

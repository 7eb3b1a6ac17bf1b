package dev.sendero.faults.result;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sendero.faults.provider.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** All rows, those of one fault at one target taken together, beside what the same load meets when nothing breaks. */
public final class FaultTable {

    /** The name of the rows in which nothing breaks. */
    public static final String UNDISTURBED = "undisturbed";

    private record Key(String fault, String load, Target target) {}

    private final Map<Key, Row> rows = new LinkedHashMap<>();

    public FaultTable(Collection<Row> rows) {
        rows.forEach(row -> this.rows.merge(new Key(row.fault(), row.load(), row.target()), row, Row::plus));
    }

    /** Whether there is a row, and in all of them what was promised. */
    public boolean isPromiseKept() {
        return !rows.isEmpty()
                && rows.values().stream().allMatch(row -> row.breaches().isEmpty());
    }

    public String text() {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                List.copyOf(rows.values()),
                List.of(
                        text("fault").with(Row::fault),
                        text("target").with(row -> row.target().title()),
                        number("messages", Row.Count::messages),
                        number("lost", Row.Count::lost),
                        number("duplicated", Row.Count::duplicated),
                        number("in doubt", Row.Count::inDoubt),
                        number("of these missing", Row.Count::missing),
                        number("not sent, with a reason", Row.Count::notSent),
                        new Column().header("p99 delay").with((Row row) -> seconds(row.p99Delay())),
                        new Column().header("undisturbed").with((Row row) -> seconds(undisturbed(row))),
                        text("verdict").with(FaultTable::verdict)));
    }

    private static Column text(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.LEFT);
    }

    private static com.github.freva.asciitable.ColumnData<Row> number(String header, ToIntFunction<Row.Count> count) {
        return new Column().header(header).with((Row row) -> Integer.toString(count.applyAsInt(row.count())));
    }

    private Optional<Duration> undisturbed(Row row) {
        return Optional.ofNullable(rows.get(new Key(UNDISTURBED, row.load(), row.target())))
                .flatMap(Row::p99Delay);
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(length -> "%.1f s".formatted(length.toMillis() / 1_000.0))
                .orElse("–");
    }

    private static String verdict(Row row) {
        return row.breaches().isEmpty() ? "kept" : "BROKEN: " + String.join(", ", row.breaches());
    }
}

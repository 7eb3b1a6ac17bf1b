package dev.sendero.faults.result;

import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as lines of JSON, one for each time that a fault was tried. */
public final class RowLines {

    private record Line(
            String fault,
            String load,
            String target,
            Row.Count count,
            int mostInDoubt,
            long p99DelayMillis,
            List<String> breaches) {}

    private RowLines() {}

    /** A delay of -1 says that nothing arrived. */
    public static String of(List<Row> rows) {
        return rows.stream()
                .map(row -> new Line(
                        row.fault(),
                        row.load(),
                        row.target().title(),
                        row.count(),
                        row.mostInDoubt(),
                        row.p99Delay().map(Duration::toMillis).orElse(-1L),
                        row.breaches()))
                .map(line -> new String(WireJson.write(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }
}

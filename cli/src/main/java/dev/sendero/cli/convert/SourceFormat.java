package dev.sendero.cli.convert;

import dev.sendero.cli.events.ColumnMap;
import dev.sendero.cli.events.EventNumbers;
import dev.sendero.cli.events.ReaderChoice;
import dev.sendero.cli.events.TableReader;
import dev.sendero.cli.terminal.CommandFailure;
import java.util.Locale;
import java.util.Optional;

/** Whose events a file holds: {@code --format}. */
public enum SourceFormat {
    /** Rows of any table, by a column map. */
    CSV,
    /** JSON Lines in Segment's shape: ours, perhaps without ids and in another order. */
    SEGMENT,
    /** The CSV of the REES46 shop data sets. */
    REES46,
    /** The JSON Lines that BigQuery exports of Google Analytics 4. */
    GA4;

    /** @throws CommandFailure when the format needs a column map and there is none */
    ReaderChoice choice(Optional<ColumnMap> map, EventNumbers numbers) {
        return switch (this) {
            case CSV -> {
                ColumnMap columns = map.orElseThrow(() -> CommandFailure.usage(
                        "CSV needs a column map",
                        "say what the columns mean: --map map.yaml (see 'sendero convert --help')"));
                yield (name, contents) -> new TableReader(columns, numbers);
            }
            case SEGMENT -> ReaderChoice.jsonLines(numbers);
            case REES46 -> (name, contents) -> new TableReader(map.orElseGet(Rees46::columns), numbers);
            case GA4 -> (name, contents) -> new Ga4Reader(numbers);
        };
    }

    /** As in the command line, and as picocli shows it in help and errors. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

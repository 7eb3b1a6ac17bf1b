package dev.sendero.cli.events;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.terminal.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads rows as a column map says. */
public final class TableReader implements EventReader {

    private final ColumnMap map;
    private final EventNumbers numbers;

    public TableReader(ColumnMap map, EventNumbers numbers) {
        this.map = map;
        this.numbers = numbers;
    }

    @Override
    public void read(String name, BufferedInputStream contents, RowReport report, Consumer<RawEvent> events)
            throws IOException {
        try (Rows rows = rows(contents)) {
            readRows(name, rows, report, events);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException broken) {
            throw CommandFailure.usage(
                            name + ": this is no CSV: " + broken.getMessage(),
                            "look at the delimiter of the column map and at quotes that are not closed")
                    .causedBy(broken);
        }
    }

    private Rows rows(InputStream contents) {
        if (map.delimiter() instanceof Delimiter.Character delimiter) {
            return new CsvRows(contents, delimiter.character());
        }
        return new BlankSeparatedRows(contents);
    }

    private void readRows(String name, Rows rows, RowReport report, Consumer<RawEvent> events) throws IOException {
        List<String> header = map.header();
        if (header.isEmpty()) {
            if (!rows.hasNext()) {
                throw CommandFailure.usage(
                        name + ": the file is empty", "its first row was to hold the names of the columns");
            }
            header = rows.next().cells().stream().map(String::strip).toList();
        }
        var row = new RowMapping(map, BoundColumns.of(map, header, name), numbers, name, report);
        while (rows.hasNext()) {
            row.read(rows.next(), event -> events.accept(RawEvent.of(event)));
        }
    }
}

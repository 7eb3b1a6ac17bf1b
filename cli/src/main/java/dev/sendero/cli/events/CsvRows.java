package dev.sendero.cli.events;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Rows of CSV as RFC 4180 has it, with any character between the cells. */
final class CsvRows implements Rows {

    private final CloseableIterator<CsvRecord> records;

    CsvRows(InputStream contents, char delimiter) {
        // How many cells a row has is judged by whoever knows the header, with a better message.
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(contents, StandardCharsets.UTF_8)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        CsvRecord found = records.next();
        return new Row(found.getStartingLineNumber(), found.getFields());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

package dev.sendero.cli.events;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an event of each row of one file. */
final class RowMapping {

    /** Cells that repeat, such as names of events and products, are kept once; this many different ones. */
    private static final int MAX_KEPT_CELLS = 100_000;

    private final ColumnMap map;
    private final BoundColumns columns;
    private final EventNumbers numbers;
    private final String file;
    private final RowReport report;
    private final RowProperties.Columns properties;
    private final Map<String, String> keptCells = new HashMap<>();

    RowMapping(ColumnMap map, BoundColumns columns, EventNumbers numbers, String file, RowReport report) {
        this.map = map;
        this.columns = columns;
        this.numbers = numbers;
        this.file = file;
        this.report = report;
        this.properties = RowProperties.Columns.of(
                columns.propertyColumns().stream().map(columns.header()::get).toList());
    }

    void read(Rows.Row row, Consumer<Event> events) {
        if (row.cells().size() != columns.header().size()) {
            report.error(
                    file,
                    row.line(),
                    "the row has " + row.cells().size() + " cells, but there are "
                            + columns.header().size() + " columns: " + String.join(", ", columns.header()),
                    "cells that hold the delimiter must be in quotes");
            return;
        }
        String userId = cell(columns.userId(), row).strip();
        if (userId.isEmpty()) {
            report.leftOut(file, row.line(), "without a customer");
            return;
        }
        var customer = new CustomerId(kept(userId));
        // Counted also when the row turns out to be wrong: ids must not depend on what is mended later.
        EventId id = id(row, customer);
        String event = cell(columns.event(), row).strip();
        if (event.isEmpty()) {
            report.leftOut(file, row.line(), "without the name of an event");
            return;
        }
        Optional<Instant> timestamp = timestamp(row);
        Optional<Map<String, Object>> values = properties(row);
        if (timestamp.isPresent() && values.isPresent()) {
            events.accept(Event.track(id, kept(event), customer, timestamp.get(), values.get()));
        }
    }

    private static String cell(BoundColumns.Cell cell, Rows.Row row) {
        return cell instanceof BoundColumns.Cell.At at
                ? row.cells().get(at.column())
                : ((BoundColumns.Cell.Fixed) cell).value();
    }

    private EventId id(Rows.Row row, CustomerId customer) {
        String messageId = cell(columns.messageId(), row).strip();
        return messageId.isEmpty() ? numbers.next(customer) : new EventId(messageId);
    }

    private Optional<Instant> timestamp(Rows.Row row) {
        String text = cell(columns.timestamp(), row).strip();
        try {
            return Optional.of(map.timestampFormat().parse(text));
        } catch (DateTimeException malformed) {
            report.error(
                    file,
                    row.line(),
                    "timestamp '" + text + "' (expected: "
                            + map.timestampFormat().expected() + ")",
                    "say how timestamps are written: timestamp: {column: …, format: \"dd.MM.yyyy HH:mm\", zone: UTC}");
            return Optional.empty();
        }
    }

    private Optional<Map<String, Object>> properties(Rows.Row row) {
        List<String> names = properties.names();
        var values = new @Nullable Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            int column = columns.propertyColumns().get(i);
            String cell = row.cells().get(column);
            if (!cell.isEmpty()) {
                ColumnType type = columns.types().get(column);
                Optional<Object> value = type == ColumnType.STRING ? Optional.of(kept(cell)) : type.parse(cell);
                if (value.isEmpty()) {
                    report.error(
                            file,
                            row.line(),
                            names.get(i) + " '" + cell + "' (expected: a " + type.word() + ")",
                            "a column without a type is text; an empty cell is no property");
                    return Optional.empty();
                }
                values[i] = value.get();
            }
        }
        return Optional.of(new RowProperties(properties, values));
    }

    private String kept(String cell) {
        String known = keptCells.get(cell);
        if (known != null) {
            return known;
        }
        if (keptCells.size() < MAX_KEPT_CELLS) {
            keptCells.put(cell, cell);
        }
        return cell;
    }
}

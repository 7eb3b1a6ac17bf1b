package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column map's columns, found in the header of one file.
 *
 * @param header the names of the file's columns
 * @param propertyColumns positions of the columns that become properties
 * @param types by position in the header
 */
record BoundColumns(
        List<String> header,
        Cell userId,
        Cell event,
        Cell messageId,
        Cell timestamp,
        List<Integer> propertyColumns,
        List<ColumnType> types) {

    /** A field of the event, as it is found in a row. */
    sealed interface Cell {
        record At(int column) implements Cell {}

        record Fixed(String value) implements Cell {}
    }

    private static final int NOT_THERE = -1;

    /** @throws CommandFailure naming every column that the file does not have */
    static BoundColumns of(ColumnMap map, List<String> header, String file) {
        var missing = new ArrayList<MappedColumn>();
        var bound = new BoundColumns(
                header,
                cell(map.userId(), header, missing),
                cell(map.event(), header, missing),
                cell(map.messageId(), header, missing),
                cell(map.timestamp(), header, missing),
                map.allProperties()
                        ? positions(header)
                        : map.properties().stream()
                                .map(column -> position(column, header, missing))
                                .toList(),
                types(map, header, missing));
        if (!missing.isEmpty()) {
            throw failure(missing, header, file);
        }
        return bound;
    }

    private static Cell cell(FieldSource source, List<String> header, List<MappedColumn> missing) {
        if (source instanceof FieldSource.FromColumn fromColumn) {
            return new Cell.At(position(fromColumn.column(), header, missing));
        }
        return new Cell.Fixed(source instanceof FieldSource.Constant constant ? constant.value() : "");
    }

    private static int position(MappedColumn column, List<String> header, List<MappedColumn> missing) {
        int position = header.indexOf(column.name());
        if (position == NOT_THERE) {
            missing.add(column);
        }
        return position;
    }

    private static List<Integer> positions(List<String> header) {
        return IntStream.range(0, header.size()).boxed().toList();
    }

    private static List<ColumnType> types(ColumnMap map, List<String> header, List<MappedColumn> missing) {
        var types = new ArrayList<>(Collections.nCopies(header.size(), ColumnType.STRING));
        map.types().forEach((column, type) -> {
            int position = position(column, header, missing);
            if (position != NOT_THERE) {
                types.set(position, type);
            }
        });
        return types;
    }

    private static CommandFailure failure(List<MappedColumn> missing, List<String> header, String file) {
        var lines = new ArrayList<String>();
        var hints = new ArrayList<String>();
        for (MappedColumn column : missing) {
            Place place = column.place();
            lines.add(place.file() + ":" + place.line() + ":" + place.column() + ": no column '" + column.name()
                    + "' in " + file);
            DidYouMean.nearest(column.name(), header)
                    .ifPresent(name -> hints.add("did you mean '" + name + "' instead of '" + column.name() + "'?"));
        }
        hints.add("the columns are: " + String.join(", ", header));
        return CommandFailure.usage(String.join("\n", lines), String.join("\n      ", hints));
    }
}

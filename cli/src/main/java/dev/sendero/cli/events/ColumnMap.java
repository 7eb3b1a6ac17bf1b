package dev.sendero.cli.events;

import java.util.List;
import java.util.Map;

/**
 * How rows become events: {@code --map}.
 *
 * @param header names of the columns; empty when the file's first row holds them
 * @param messageId {@link FieldSource.Absent} makes the ids from the customer and the row's place among the customer's
 *     rows
 * @param allProperties every column becomes a property of its name
 * @param properties the columns that become properties when not all do
 * @param types of columns by name; a column that is not here is text
 */
public record ColumnMap(
        Delimiter delimiter,
        List<String> header,
        FieldSource userId,
        FieldSource event,
        FieldSource messageId,
        FieldSource timestamp,
        TimestampFormat timestampFormat,
        boolean allProperties,
        List<MappedColumn> properties,
        Map<MappedColumn, ColumnType> types) {}

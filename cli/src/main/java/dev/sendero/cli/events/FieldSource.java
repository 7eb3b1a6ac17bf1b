package dev.sendero.cli.events;

/** Where a column map takes one field of an event from. */
public sealed interface FieldSource {

    /** From a column of the row. */
    record FromColumn(MappedColumn column) implements FieldSource {}

    /** The same for every row: {@code {const: …}}. */
    record Constant(String value) implements FieldSource {}

    /** The map does not say. */
    record Absent() implements FieldSource {}
}

package dev.sendero.cli.events;

/** What stands between the columns of a row. */
public sealed interface Delimiter {

    /** CSV as RFC 4180 has it, with any character in the comma's place. */
    record Character(char character) implements Delimiter {}

    /** Runs of blanks and tabs; no quoting, no empty cells. */
    record Whitespace() implements Delimiter {}

    Delimiter COMMA = new Character(',');
}

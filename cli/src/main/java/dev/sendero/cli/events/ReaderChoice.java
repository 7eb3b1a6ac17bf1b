package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;

/** Says how a file is to be read. */
@FunctionalInterface
public interface ReaderChoice {

    /**
     * @param contents to look at; the position must be left where it was
     * @throws CommandFailure when no reader can read it
     */
    EventReader readerFor(String name, BufferedInputStream contents) throws IOException;

    /** What begins with a brace is JSON Lines; nothing else can be read without a column map. */
    static ReaderChoice jsonLines(EventNumbers numbers) {
        return (name, contents) -> {
            if (!FirstCharacter.isBrace(contents)) {
                throw CommandFailure.usage(
                        name + ": these are no JSON Lines",
                        "each line is an event in braces; for CSV, say what the columns mean: --map map.yaml (see 'sendero"
                                + " convert --help')");
            }
            return new JsonLinesReader(numbers);
        };
    }

    /** What begins with a brace is JSON Lines; everything else is rows. */
    static ReaderChoice table(ColumnMap map, EventNumbers numbers) {
        return (name, contents) ->
                FirstCharacter.isBrace(contents) ? new JsonLinesReader(numbers) : new TableReader(map, numbers);
    }
}

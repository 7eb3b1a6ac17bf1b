package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was wrong with rows and lines of files: errors that end the command, and rows that were left out. */
public final class RowReport {

    private static final int SHOWN = 10;

    private final List<String> errors = new ArrayList<>();
    private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
    private String hint = "";

    /** @param first place of the first such row */
    private record LeftOut(String first, int count) {}

    /** The row cannot be read. Once ten are known, reading ends. */
    public void error(String input, long line, String message, String errorHint) {
        errors.add(input + ":" + line + ": " + message);
        if (hint.isEmpty()) {
            hint = errorHint;
        }
        if (errors.size() == SHOWN) {
            throw failure("reading ended here, after " + SHOWN + " rows that cannot be read");
        }
    }

    /** The row can be read, but is no event of a customer. */
    public void leftOut(String input, long line, String why) {
        leftOut.merge(why, new LeftOut(input + ":" + line, 1), (old, one) -> new LeftOut(old.first, old.count + 1));
    }

    /**
     * Tells the user which rows were left out.
     *
     * @throws CommandFailure when there were rows that cannot be read
     */
    public void close(Terminal terminal) {
        if (!errors.isEmpty()) {
            throw failure("");
        }
        leftOut.forEach((why, rows) -> terminal.note("note: " + rows.count + (rows.count == 1 ? " row" : " rows")
                + " left out: " + why + " (first: " + rows.first + ")"));
    }

    private CommandFailure failure(String end) {
        var lines = new ArrayList<>(errors);
        if (!end.isEmpty()) {
            lines.add(end);
        }
        return CommandFailure.usage(String.join("\n", lines), hint);
    }
}

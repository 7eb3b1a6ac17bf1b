package dev.sendero.cli.backtest;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Message;
import dev.sendero.cli.sorting.ExternalSort;
import dev.sendero.cli.sorting.Row;
import dev.sendero.cli.sorting.RowCursor;
import dev.sendero.cli.sorting.SortKey;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines of a result that is written to a file: they come customer by customer and are written by time. Without a
 * file, none is kept.
 */
final class ResultLines implements AutoCloseable {

    private final Optional<Path> target;
    private final ExternalSort lines;

    /**
     * @param target empty when nobody asks for them
     * @param memoryBytes how many bytes of lines may be in memory at a time
     */
    ResultLines(Optional<Path> target, SpillFolder folder, long memoryBytes) {
        this.target = target;
        this.lines = new ExternalSort(folder, memoryBytes);
    }

    boolean areWanted() {
        return target.isPresent();
    }

    /** By time, journey, customer and id. */
    void add(Message message, String line) {
        var key = new SortKey()
                .instant(message.at())
                .text(message.journey().value())
                .text(message.customer().value())
                .text(message.id().value());
        add(key, line);
    }

    /** By time, journey and customer; what one decision says about one customer stays as it came about. */
    void add(Fact fact) {
        var key = new SortKey().instant(fact.at()).text(fact.journey().value()).text(fact.customer());
        add(key, FactLine.write(fact));
    }

    private void add(SortKey key, String line) {
        lines.add(new Row(key.bytes(), line.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the file, if there is to be one. */
    void write(Terminal terminal) {
        if (target.isEmpty()) {
            return;
        }
        try (ResultFile file = ResultFile.open(target, terminal);
                RowCursor sorted = lines.sorted()) {
            while (sorted.next()) {
                file.line(sorted.row().value());
            }
            file.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}

package dev.sendero.cli.options;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --out}: where a command's one result goes. */
public final class OutOption {

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path file;

    /** Empty for standard output. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Opens the result, has it written, and gives it its name.
     *
     * @throws CommandFailure when it cannot be written
     */
    public void write(Terminal terminal, Consumer<ResultFile> writing) {
        write(file(), terminal, writing);
    }

    static void write(Optional<Path> target, Terminal terminal, Consumer<ResultFile> writing) {
        try (ResultFile result = ResultFile.open(target, terminal)) {
            writing.accept(result);
            result.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
    }
}

package dev.sendero.cli.options;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --report}: a page that shows the result. */
public final class ReportOption {

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report there, one HTML page that needs no network.")
    private @Nullable Path file;

    /** Empty when none is wanted. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Writes the page where one is wanted.
     *
     * @throws CommandFailure when it cannot be written
     */
    public void write(Terminal terminal, Supplier<String> html) {
        if (file().isPresent()) {
            OutOption.write(file(), terminal, target -> target.line(html.get()));
        }
    }
}

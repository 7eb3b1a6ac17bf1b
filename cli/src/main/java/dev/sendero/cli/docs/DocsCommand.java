package dev.sendero.cli.docs;

import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.reference.LanguageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the reference of the language. */
@Command(
        name = "docs",
        description = "Write the reference of all files of a project, as Markdown, as this version reads them.",
        footerHeading = "%nExamples:%n",
        footer = {"  sendero docs | less", "  sendero docs --out reference.md"})
public final class DocsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "FILE", description = "Write into this file (default: standard output).")
    private @Nullable Path file;

    public DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (ResultFile result = ResultFile.open(Optional.ofNullable(file), terminal)) {
            LanguageReference.write().lines().forEach(result::line);
            result.complete();
        }
        return ExitCode.FINE;
    }
}

package dev.sendero.cli.docs;

import dev.sendero.cli.options.OutOption;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.reference.LanguageReference;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the reference of the language. */
@Command(
        name = "docs",
        description = "Write the reference of all files of a project, as Markdown, as this version reads them.",
        footerHeading = "%nExamples:%n",
        footer = {"  sendero docs | less", "  sendero docs --out reference.md"})
public final class DocsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private OutOption out = new OutOption();

    public DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        out.write(terminal, result -> LanguageReference.write().lines().forEach(result::line));
        return ExitCode.FINE;
    }
}

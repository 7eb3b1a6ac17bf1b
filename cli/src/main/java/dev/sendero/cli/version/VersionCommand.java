package dev.sendero.cli.version;

import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is running. */
@Command(
        name = "version",
        description = "Show the version of Sendero and what it runs on.",
        footerHeading = "%nExamples:%n",
        footer = {"  sendero version", "  sendero version --format json"})
public final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private FormatOption format = new FormatOption();

    public VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var build = BuildInfo.ofThisProgram();
        terminal.out().println(format.isJson() ? build.asJson() : build.asText());
        return ExitCode.FINE;
    }
}

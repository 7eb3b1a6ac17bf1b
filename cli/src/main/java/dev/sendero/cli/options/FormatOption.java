package dev.sendero.cli.options;

import dev.sendero.cli.terminal.OutputFormat;
import picocli.CommandLine.Option;

/** {@code --format}: whether people or machines read the result. */
public final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    public boolean isJson() {
        return format == OutputFormat.JSON;
    }
}

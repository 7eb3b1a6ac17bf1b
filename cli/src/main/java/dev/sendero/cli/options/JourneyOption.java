package dev.sendero.cli.options;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --journey}: which journeys a command is about. */
public final class JourneyOption {

    @Option(names = "--journey", paramLabel = "ID", description = "Only this journey; may be given more than once.")
    private List<String> ids = List.of();

    /** Empty for all. */
    public List<String> ids() {
        return ids;
    }
}

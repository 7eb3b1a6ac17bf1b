package dev.sendero.cli.options;

import dev.sendero.cli.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** {@code --port}: where a command answers browsers. */
public final class PortOption {

    /** Where the console is when nothing else is said. */
    public static final int OF_CONSOLE = 8_484;

    private static final int HIGHEST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen; 0 is any port that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    /** @param usual where to listen when nothing else is said */
    public PortOption(int usual) {
        port = usual;
    }

    /**
     * 0 for any that is free.
     *
     * @throws CommandFailure when there is no such port
     */
    public int port() {
        if (port < 0 || port > HIGHEST) {
            throw CommandFailure.usage("--port " + port + " is out of range", "choose 1 to " + HIGHEST);
        }
        return port;
    }
}

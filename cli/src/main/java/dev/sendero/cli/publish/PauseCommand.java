package dev.sendero.cli.publish;

import dev.sendero.cli.terminal.Terminal;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pause journeys of a running system: nobody enters, who is inside waits. */
@Command(
        name = "pause",
        description = {
            "Pause journeys of a running system: nobody enters, who is inside waits.",
            "It holds until 'sendero resume', or until the journey's file is published again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero pause abandoned-cart --to broker.example:9092",
            "  sendero pause --all --to broker.example:9092"
        })
public final class PauseCommand extends StateCommand {

    @Option(names = "--all", description = "All that are live.")
    private boolean all;

    public PauseCommand(Terminal terminal, InstantSource clock) {
        super(StateChange.PAUSE, terminal, clock);
    }

    @Override
    boolean all() {
        return all;
    }
}

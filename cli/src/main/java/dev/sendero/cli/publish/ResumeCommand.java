package dev.sendero.cli.publish;

import dev.sendero.cli.terminal.Terminal;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Let paused journeys of a running system go on: what has waited goes on now. */
@Command(
        name = "resume",
        description = {
            "Let paused journeys of a running system go on: what has waited goes on now.",
            "It holds until 'sendero pause', or until the journey's file is published again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero resume abandoned-cart --to broker.example:9092",
            "  sendero resume --all --to broker.example:9092"
        })
public final class ResumeCommand extends StateCommand {

    @Option(names = "--all", description = "All that are paused.")
    private boolean all;

    public ResumeCommand(Terminal terminal, InstantSource clock) {
        super(StateChange.RESUME, terminal, clock);
    }

    @Override
    boolean all() {
        return all;
    }
}

package dev.sendero.cli.publish;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
public final class PauseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(paramLabel = "JOURNEY", arity = "0..*", description = "Which, by their ids.")
    private List<String> journeys = new ArrayList<>();

    @Option(names = "--all", description = "All that are live.")
    private boolean all;

    @Option(names = "--to", paramLabel = "HOST:PORT", required = true, description = "Brokers of the running system.")
    private String brokers = "";

    public PauseCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (journeys.isEmpty() != all) {
            throw CommandFailure.usage("which journeys?", "name them, or write --all");
        }
        return StateChange.PAUSE.apply(brokers, journeys, clock, terminal);
    }
}

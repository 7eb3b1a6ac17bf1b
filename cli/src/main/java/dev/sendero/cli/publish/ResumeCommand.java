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
public final class ResumeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(paramLabel = "JOURNEY", arity = "0..*", description = "Which, by their ids.")
    private List<String> journeys = new ArrayList<>();

    @Option(names = "--all", description = "All that are paused.")
    private boolean all;

    @Option(names = "--to", paramLabel = "HOST:PORT", required = true, description = "Brokers of the running system.")
    private String brokers = "";

    public ResumeCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (journeys.isEmpty() != all) {
            throw CommandFailure.usage("which journeys?", "name them, or write --all");
        }
        return StateChange.RESUME.apply(brokers, journeys, clock, terminal);
    }
}
